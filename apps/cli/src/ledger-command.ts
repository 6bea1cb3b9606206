import {
  checkLedger,
  listBatches as listContract,
  rebuildLedger,
  type LedgerCheck,
  type LedgerRebuild,
} from '@rasad/contracts/ledger'
import { rebuildLedgers, settleAll } from '@rasad/server/modules/ledger/ledger.commands'
import { listBatches } from '@rasad/server/modules/ledger/ledger.queries'
import { checkAndRemember } from '@rasad/server/modules/system/system.commands'
import { act } from '@rasad/server/platform/act'
import { readSnapshot } from '@rasad/server/platform/db'
import { addDeskCommand, addGroup, type Branch } from './command.ts'
import { EXIT } from './exit-codes.ts'
import { readWords } from './failure.ts'
import { formattingOf } from '@rasad/domain/persian/formatting'
import type { Language } from './language.ts'
import { LEDGER_TEXT } from './ledger-text.ts'
import { tableLines } from './table-printing.ts'

/** `rasad ledger check`, `rebuild` and `batches`. */
export function addLedgerCommands(branch: Branch): void {
  const { language } = branch
  const text = LEDGER_TEXT[language]
  const group = addGroup(branch, 'ledger', text.group)
  addDeskCommand(
    group,
    { name: 'check', summary: text.check, optional: ['province'] },
    async ({ rasad, actor, bar }, words) => {
      const { province } = readWords(checkLedger.query, words)
      bar.show(text.check)
      const value = await checkAndRemember(rasad.database, actor, province)
      return {
        value,
        lines: () => checkLines(language, value),
        exitCode: value.wrong === 0 ? EXIT.done : EXIT.refused,
      }
    },
  )

  addDeskCommand(
    group,
    { name: 'rebuild', summary: text.rebuild, optional: ['province'] },
    async ({ rasad, actor, bar }, words) => {
      const { province } = readWords(rebuildLedger.body, words)
      bar.show(text.rebuild)
      const order = { actor, action: rebuildLedger.action, province: province ?? null, subject: { province } }
      const value = await act(rasad.database, order, (tx) => rebuildLedgers(tx, province, { actor }))
      return { value, lines: () => rebuildLines(language, value) }
    },
  )

  const batches = {
    name: 'batches',
    summary: text.batches,
    required: ['province'],
    optional: ['before', 'limit'],
  } as const
  addDeskCommand(group, batches, async ({ rasad, actor }, words) => {
    const query = readWords(listContract.query, words)
    await settleAll(rasad.database)
    const found = await readSnapshot(rasad.database, (db) =>
      listBatches(db, query.province, query, actor.scope),
    )
    const { count, digits, moment } = formattingOf(language)
    const columns = [
      { header: text.batch, align: 'end' as const },
      { header: text.postings, align: 'end' as const },
      { header: text.settledAt, align: 'start' as const },
    ]
    const rows = found.map(({ batch, postings, settledAt }) => [
      digits(String(batch)),
      count(postings),
      moment(settledAt),
    ])
    return {
      value: { batches: found },
      lines: () => (found.length === 0 ? [text.empty] : tableLines(columns, rows)),
    }
  })
}

function checkLines(language: Language, { provinces, wrong }: LedgerCheck): string[] {
  const text = LEDGER_TEXT[language]
  const { count, digits } = formattingOf(language)
  if (provinces.length === 0) return [text.empty]
  const columns = [
    { header: text.province, align: 'start' as const },
    { header: text.what, align: 'start' as const },
    { header: text.checked, align: 'end' as const },
    { header: text.wrong, align: 'end' as const },
  ]
  const lines = provinces.flatMap(({ province, postings, batch, checks }) => [
    `${text.province} ${province}: ${count(postings)} ${text.postings} · ${text.batch} ${digits(String(batch))}`,
    ...tableLines(
      columns,
      checks.map((check) => [province, check.name, count(check.checked), count(check.wrong)]),
    ),
    ...checks.flatMap(({ examples }) => examples.map((example) => `  ${example}`)),
    '',
  ])
  return [...lines, wrong === 0 ? text.allRight : text.notRight]
}

function rebuildLines(language: Language, { provinces }: LedgerRebuild): string[] {
  const text = LEDGER_TEXT[language]
  const { count } = formattingOf(language)
  if (provinces.length === 0) return [text.empty]
  const columns = [
    { header: text.province, align: 'start' as const },
    ...[text.postings, text.balances, text.deltas].map((header) => ({ header, align: 'end' as const })),
  ]
  return tableLines(
    columns,
    provinces.map(({ province, postings, balances, deltas }) => [
      province,
      count(postings),
      count(balances),
      count(deltas),
    ]),
  )
}
