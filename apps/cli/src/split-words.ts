import { Text } from '@rasad/contracts/wire'
import { PROGRAMMES } from '@rasad/domain/commitments/programmes'
import { readNumber } from '@rasad/domain/persian/numbers'
import { Problem } from '@rasad/server/platform/problem'
import { textOf, textsOf, type Words } from './words.ts'

type Axis = 'agency' | 'county' | 'sector' | 'programme'
/** The value of a cell, or of all cells together that share what it names. */
type PlaceValue = { agency: string; county: string; sector?: string; programme?: string; value: number }

/** A number of jobs as people write it, `۴۷٬۱۶۵`; undefined when it is no whole number. */
export function readWhole(text: string): number | undefined {
  const read = readNumber(Text.parse(text))
  return 'value' in read && !read.percent && read.value.scale === 0 ? Number(read.value.units) : undefined
}

/** A whole number that was given with an option; text that is none stays, for the contract to refuse. */
export function wholeOf(words: Words, name: string): number | string | undefined {
  const text = textOf(words, name)
  return text === undefined ? undefined : (readWhole(text) ?? text)
}

/** The parts of a list, `AGRI,SMT`; undefined when it was not given. */
export function listOf(words: Words, name: string): string[] | undefined {
  return textOf(words, name)
    ?.split(/[,،]/)
    .map((part) => part.trim())
    .filter(Boolean)
}

/** Reads `AGENCY/COUNTY[/SECTOR][/PROGRAMME]=N` of an option, once for each place; what comes third may be either. */
export function readPlaceValues(words: Words, option: 'pin' | 'cell'): PlaceValue[] {
  return textsOf(words, option).map((word) => {
    const [place, value] = readPair(word, option)
    const parts = place.split('/').map((part) => part.trim())
    const [agency = '', county = '', third, fourth, ...more] = parts
    if (value === undefined || parts.length < 2 || parts.includes('') || more.length > 0)
      throw unreadable(option, word)
    const isProgramme = fourth === undefined && PROGRAMMES.some((programme) => programme === third)
    const [sector, programme] = isProgramme ? [undefined, third] : [third, fourth]
    return {
      agency,
      county,
      ...(sector === undefined ? {} : { sector }),
      ...(programme === undefined ? {} : { programme }),
      value,
    }
  })
}

/** Reads `AXIS:CODE=N` of `--margin`, once for each whole. */
export function readMargins(words: Words): { [axis in Axis]?: Record<string, number> } {
  const margins: { [axis in Axis]?: Record<string, number> } = {}
  for (const word of textsOf(words, 'margin')) {
    const [whole, value] = readPair(word, 'margin')
    const [, axis, code] = /^\s*(agency|county|sector|programme)\s*:\s*(\S+)\s*$/.exec(whole) ?? []
    if (!isAxis(axis) || code === undefined || value === undefined || margins[axis]?.[code] !== undefined)
      throw unreadable('margin', word)
    margins[axis] = { ...margins[axis], [code]: value }
  }
  return margins
}

/** Reads `KIND[=COEFFICIENT]` of `--factor`, once for each factor. */
export function readFactors(words: Words): { kind: string; coefficient?: string }[] {
  return textsOf(words, 'factor').map((word) => {
    const [kind = '', coefficient] = word.split('=').map((part) => part.trim())
    return coefficient === undefined ? { kind } : { kind, coefficient }
  })
}

function readPair(word: string, option: string): [place: string, value: number | undefined] {
  const folded = Text.parse(word)
  const at = folded.lastIndexOf('=')
  if (at < 0) throw unreadable(option, word)
  return [folded.slice(0, at), readWhole(folded.slice(at + 1))]
}

function isAxis(word: string | undefined): word is Axis {
  return word === 'agency' || word === 'county' || word === 'sector' || word === 'programme'
}

function unreadable(option: string, word: string): Problem {
  return new Problem('bad-input', { fields: [{ field: option, message: word }] })
}
