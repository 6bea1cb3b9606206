import { loadReferenceFiles, type ReferenceLoad } from '@rasad/server/modules/places/reference.commands'
import { countReference } from '@rasad/server/modules/places/reference.queries'
import { readSnapshot } from '@rasad/server/platform/db'
import { ACCESS_TEXT } from './access-text.ts'
import { addDeskCommand, addGroup, type Branch } from './command.ts'
import { textOf } from './words.ts'
import { makeFirstOperator } from './first-operator.ts'
import { formattingOf } from '@rasad/domain/persian/formatting'
import { refuseUnreadable } from './named-file.ts'
import { SERVICE_TEXT } from './service-text.ts'

const REFERENCE_KINDS = [
  'provinces',
  'counties',
  'districts',
  'ruralDistricts',
  'cities',
  'agencies',
  'banks',
  'activities',
] as const

/** `rasad init` and `rasad reference load`. */
export function addInitCommands(branch: Branch): void {
  const text = SERVICE_TEXT[branch.language]
  const { count } = formattingOf(branch.language)
  const init = { name: 'init', summary: text.init, optional: ['operator'], beginsFolder: true } as const
  addDeskCommand(branch, init, async (desk, words) => {
    const { rasad, folder, bar } = desk
    bar.end()
    const operator = await makeFirstOperator(desk, textOf(words, 'operator'))
    const counts = await readSnapshot(rasad.database, countReference)
    const made = operator === 'none' || operator === 'there-already' ? null : operator
    const value = { folder, migrated: rasad.migrated, ...counts, operator: made }
    const lines = REFERENCE_KINDS.map((kind) => `${count(counts[kind])} ${text[kind]}`)
    const told = ACCESS_TEXT[branch.language]
    const people = made
      ? [`${told.operatorMade} ${made.userName}`, `${told.oneTimePassword} ${made.oneTimePassword}`]
      : operator === 'none'
        ? [told.operatorMissing]
        : textOf(words, 'operator') === undefined
          ? []
          : [told.operatorThere]
    return { value, lines: () => [`${text.made} ${folder}`, ...lines, ...people] }
  })

  const reference = addGroup(branch, 'reference', text.reference)
  const load = {
    name: 'load',
    summary: text.referenceLoad,
    inputs: [['<FILE...>', text.referenceFile]],
    beginsFolder: true,
  } as const
  addDeskCommand(reference, load, async ({ rasad }, _words, files) => {
    for (const file of files) refuseUnreadable(file)
    const loads = await loadReferenceFiles(rasad, files)
    const line = ({ file, kind, rows }: ReferenceLoad) => `${file}: ${count(rows)} ${text[kind]}`
    return { value: { loads }, lines: () => loads.map(line) }
  })
}
