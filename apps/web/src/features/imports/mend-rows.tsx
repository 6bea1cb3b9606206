import type { RunRow, WholeRunRow } from '@rasad/contracts/import-runs'
import type { ImportOutcome, ImportRun } from '@rasad/contracts/imports'
import { useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Count } from '../../shared/ui/count.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { runRowQuery, runRowsQuery } from './imports-query.ts'
import { isNarrowed, type RowsSearch } from './imports-search.ts'
import { MEND_TEXT } from './mend-text.ts'
import { MendForm } from './mend-form.tsx'
import { MendSaid } from './mend-said.tsx'
import { rowKey } from './mending.ts'
import { REPORT_TEXT } from './report-text.ts'
import type { Asking } from './report.tsx'
import { RowFilters } from './row-filters.tsx'
import { MendedWords, RowPerson, RowVerdict } from './row-facts.tsx'
import { RowsCaption } from './rows-caption.tsx'
import { Said } from './said.tsx'
import { useMendRefusal } from './mend-refusal.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'

const NEAR_END = 3

type MendRowsProps = {
  run: ImportRun & { outcome: ImportOutcome }
  search: RowsSearch
  ask: Asking['ask']
}

/** The rows of a list that was checked, mended one after another: by the arrows from row to row, Enter, Escape. */
export function MendRows({ run, search, ask }: MendRowsProps) {
  const text = useText(REPORT_TEXT)
  const words = useText(MEND_TEXT)
  const { digits } = useFormat()
  const queries = useQueryClient()
  const refusal = useMendRefusal(run)
  const found = useSuspenseInfiniteQuery(runRowsQuery(run.runId, search))
  const rows = found.data.pages.flatMap((page) => page.rows)
  const all = found.data.pages[0]?.count ?? 0
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<string | null>(null)
  const [said, setSaid] = useState<WholeRunRow | null>(null)

  const look = (row: RunRow) => {
    if (refusal === undefined) void queries.prefetchQuery(runRowQuery(run.runId, row))
    const isNearEnd = rows.slice(-NEAR_END).includes(row)
    if (isNearEnd && found.hasNextPage && !found.isFetching) void found.fetchNextPage()
  }
  const leave = (row: RunRow) => {
    setOpen(null)
    requestAnimationFrame(() => actOf(box.current, row)?.focus())
  }
  const goOn = (from: RunRow) => {
    const next = nextWrong(rows, from)
    if (next === undefined) return leave(from)
    setOpen(null)
    look(next)
    requestAnimationFrame(() => actOf(box.current, next)?.focus())
  }
  // The arrows are the table's; what it does not know is the letters, and the way in from its edge.
  const pressed = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = moveOf(event)
    if (by === undefined) return
    event.preventDefault()
    const acts = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-mend]')]
    const at = acts.findIndex((button) => button === document.activeElement)
    acts[at === -1 ? 0 : Math.min(Math.max(at + by, 0), acts.length - 1)]?.focus()
  }
  const manySheets = run.outcome.sheets.filter(({ skipped }) => !skipped).length > 1
  return (
    <div ref={box} className="noted-rows mend-rows" onKeyDown={pressed}>
      <RowFilters run={run} search={search} ask={ask} />
      {refusal === undefined && rows.length > 0 && (
        <MendSaid
          run={run}
          said={said}
          onUndone={(row) => {
            setSaid(null)
            actOf(box.current, row)?.focus()
          }}
        />
      )}
      {rows.length === 0 ? (
        <NoRows search={search} />
      ) : (
        <ListTable
          label={text.table}
          wraps
          caption={<RowsCaption shown={rows.length} all={all} search={search} />}
          rows={rows}
          keyOf={rowKey}
          columns={[
            {
              key: 'row',
              label: text.row,
              isHead: true,
              cell: (row) => (
                <>
                  <Count value={row.row} />
                  {manySheets && <bdi className="row-sheet">{row.sheet}</bdi>}
                </>
              ),
            },
            { key: 'person', label: text.person, cell: (row) => <RowPerson row={row} /> },
            { key: 'verdict', label: text.verdict, cell: (row) => <RowVerdict row={row} /> },
            {
              key: 'said',
              label: text.said,
              cell: (row) => (
                <>
                  <Said row={row} isChecked />
                  <MendedWords row={row} />
                  {open === rowKey(row) && (
                    <MendForm
                      run={run}
                      row={row}
                      onLeave={() => leave(row)}
                      onGoOn={() => goOn(row)}
                      onSaid={setSaid}
                    />
                  )}
                </>
              ),
            },
            {
              key: 'act',
              label: <span className="visually-hidden">{words.mend}</span>,
              cell: (row) => (
                <ForbiddenButton
                  size="small"
                  data-mend={rowKey(row)}
                  reason={refusal}
                  aria-label={`${words.mendRow} ${digits(String(row.row))}`}
                  aria-expanded={open === rowKey(row)}
                  onFocus={() => look(row)}
                  onPointerEnter={() => look(row)}
                  onClick={() => setOpen(open === rowKey(row) ? null : rowKey(row))}
                >
                  {words.mend}
                </ForbiddenButton>
              ),
            },
          ]}
        />
      )}
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {text.more}
        </Button>
      )}
    </div>
  )
}

function NoRows({ search }: { search: RowsSearch }) {
  const text = useText(REPORT_TEXT)
  return isNarrowed(search) ? (
    <EmptyState title={text.noneOfThese} />
  ) : (
    <EmptyState title={text.noRows} about={text.noRowsWhy} />
  )
}

/** The next row below one that would not enter, or the first of those above it. */
function nextWrong(rows: readonly RunRow[], from: RunRow): RunRow | undefined {
  const at = rows.findIndex((row) => rowKey(row) === rowKey(from))
  const wrong = (row: RunRow) => row.verdict === 'rejected' && rowKey(row) !== rowKey(from)
  return rows.slice(at + 1).find(wrong) ?? rows.find(wrong)
}

function actOf(box: HTMLElement | null, row: RunRow): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-mend="${rowKey(row)}"]`) ?? null
}

function moveOf(event: KeyboardEvent): number | undefined {
  const { code, target, ctrlKey, metaKey, altKey } = event
  if (event.isDefaultPrevented() || ctrlKey || metaKey || altKey) return undefined
  if (!(target instanceof HTMLElement) || !target.matches('[data-mend], .table-box')) return undefined
  return { ArrowDown: 1, KeyJ: 1, ArrowUp: -1, KeyK: -1 }[code]
}
