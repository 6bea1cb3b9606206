import { loadReferenceFiles, type ReferenceLoad } from '@rasad/server/modules/places/reference.commands'
import { selectAgencies } from '@rasad/server/modules/organisations/organisations.queries'
import { selectProvinces } from '@rasad/server/modules/places/places.queries'
import { readSnapshot } from '@rasad/server/platform/db'
import { addDeskCommand, addGroup, type Branch } from './command.ts'
import { formattingOf } from './formatting.ts'
import { refuseUnreadable } from './named-file.ts'
import { SERVICE_TEXT } from './service-text.ts'

/** `rasad init` and `rasad reference load`. */
export function addInitCommands(branch: Branch): void {
  const text = SERVICE_TEXT[branch.language]
  const { count } = formattingOf(branch.language)
  addDeskCommand(branch, { name: 'init', summary: text.init }, async ({ rasad, folder }) => {
    const value = await readSnapshot(rasad.database, async (db) => ({
      folder,
      migrated: rasad.migrated,
      provinces: (await selectProvinces(db)).length,
      agencies: (await selectAgencies(db)).length,
    }))
    const counts = [
      `${count(value.provinces)} ${text.provinces}`,
      `${count(value.agencies)} ${text.agencies}`,
    ]
    return { value, lines: () => [`${text.made} ${folder}`, ...counts] }
  })

  const reference = addGroup(branch, 'reference', text.reference)
  const load = {
    name: 'load',
    summary: text.referenceLoad,
    inputs: [['<FILE...>', text.referenceFile]],
  } as const
  addDeskCommand(reference, load, async ({ rasad }, _words, files) => {
    for (const file of files) refuseUnreadable(file)
    const loads = await loadReferenceFiles(rasad, files)
    const line = ({ file, kind, rows }: ReferenceLoad) => `${file}: ${count(rows)} ${text[kind]}`
    return { value: { loads }, lines: () => loads.map(line) }
  })
}
