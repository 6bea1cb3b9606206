import type { Remark, RemarkHistory } from '@rasad/contracts/remarks'
import { inOrderOfNames } from '@rasad/domain/persian/name-order'
import { formattingOf } from '@rasad/domain/persian/formatting'
import { withCode, type Names } from '@rasad/server/modules/places/names.queries'
import type { Language } from './language.ts'
import { REMARK_TEXT } from './remark-text.ts'

/** Remarks as a person reads them: whose, what is said, and below it by whom, when and in which version. */
export function remarkLines(language: Language, names: Names, remarks: readonly Remark[]): string[] {
  return inOrderOfNames(language, remarks, (remark) => nameOf(names, remark)).flatMap((remark) => [
    nameOf(names, remark),
    ...versionLines(language, remark),
  ])
}

/** The versions of one remark, the newest first. */
export function historyLines(language: Language, { versions }: RemarkHistory): string[] {
  if (versions.length === 0) return [REMARK_TEXT[language].none]
  return versions.flatMap((version) => versionLines(language, version))
}

function nameOf(names: Names, { agency, county }: Remark): string {
  return agency === undefined
    ? withCode(names.county(county ?? ''), county ?? '')
    : withCode(names.agency(agency), agency)
}

function versionLines(
  language: Language,
  { text, by, at, version }: RemarkHistory['versions'][number],
): string[] {
  const words = REMARK_TEXT[language]
  const { count, moment } = formattingOf(language)
  const said = text === '' ? [`(${words.withdrawn})`] : text.split('\n')
  return [...said, `${by} · ${moment(at)} · ${words.version} ${count(version)}`].map((line) => `  ${line}`)
}
