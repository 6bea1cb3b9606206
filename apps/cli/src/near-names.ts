import type { Actor } from '@rasad/domain/access/scope'
import { toLatinDigits } from '@rasad/domain/persian/digits'
import { findName, indexNames } from '@rasad/domain/places/name-index'
import { selectPeriods } from '@rasad/server/modules/commitments/periods.queries'
import { selectAgencies } from '@rasad/server/modules/organisations/organisations.queries'
import { withCode } from '@rasad/server/modules/places/names.queries'
import { selectCounties, selectProvinces } from '@rasad/server/modules/places/places.queries'
import type { ReadDb } from '@rasad/server/platform/db'
import type { Problem } from '@rasad/server/platform/problem'
import { textOf, type Words } from './words.ts'
import type { Language } from './language.ts'

type Thing = { code: string; nameFa: string; nameEn: string; shortFa?: string }
type Asker = { language: Language; actor: Actor; words: Words }

/** What was perhaps meant by an agency, a county, a period or a province that there is none of; the likeliest first. */
export async function namesNear(
  db: ReadDb,
  problem: Problem,
  { language, actor, words }: Asker,
): Promise<string[]> {
  const unknown = unknownIn(problem, words)
  if (!unknown) return []
  const province = provinceIn(words)
  const { kind, word } = unknown
  if (kind === 'agency') return near(language, await selectAgencies(db), word)
  if (kind === 'county')
    return province === undefined ? [] : near(language, await selectCounties(db, province), word)
  const provinces = await selectProvinces(db)
  if (kind === 'province') return near(language, provinces, word)
  const [of = '', name] = word.split('/')
  if (name === undefined) return []
  if (!provinces.some(({ code }) => code === of)) return near(language, provinces, of)
  if (kind !== 'period') return []
  return (await selectPeriods(db, of, actor.scope)).map(({ period }) => period)
}

/** The code of the province that a command was asked about. */
export function provinceIn(words: Words): string | undefined {
  const word = textOf(words, 'province')
  return word === undefined ? undefined : toLatinDigits(word).trim()
}

function unknownIn(problem: Problem, words: Words): { kind: string; word: string } | undefined {
  if (isNotFound(problem)) return { kind: problem.params.kind, word: problem.params.id }
  if (!isBadInput(problem)) return undefined
  const refused = (kind: string) => problem.params.fields.some(({ field }) => field === kind)
  return ['province', 'county', 'agency'].flatMap((kind) => {
    const word = textOf(words, kind)
    return word !== undefined && refused(kind) ? [{ kind, word }] : []
  })[0]
}

function near(language: Language, things: readonly Thing[], word: string): string[] {
  const named = things.map(({ code, nameFa, nameEn, shortFa }) => ({
    code,
    name: nameFa,
    // Of two numbers neither is a slip of the other.
    alternatives: [nameEn, shortFa ?? nameFa, ...(/^\d+$/.test(code) ? [] : [code])],
  }))
  const found = findName(indexNames(named, { formsOf: () => [], readingsOf: () => [] }), word)
  const codes = 'code' in found ? [found.code] : found.candidates
  return codes.map((code) => {
    const thing = things.find((each) => each.code === code)
    return withCode((language === 'fa' ? (thing?.shortFa ?? thing?.nameFa) : thing?.nameEn) ?? code, code)
  })
}

function isNotFound(problem: Problem): problem is Problem<'not-found'> {
  return problem.code === 'not-found'
}

function isBadInput(problem: Problem): problem is Problem<'bad-input'> {
  return problem.code === 'bad-input'
}
