import { inOrderOfNames } from '@rasad/domain/persian/name-order'
import type { Actor } from '@rasad/domain/access/scope'
import { requireInScope } from '../../platform/scope.ts'
import { templateColumns, type TemplateColumn } from '@rasad/domain/imports/template'
import type { Language } from '@rasad/domain/imports/verdict-text'
import { formattingOf } from '@rasad/domain/persian/formatting'
import { placeOfList } from '@rasad/domain/imports/list-sender'
import type { ReadDb } from '../../platform/db.ts'
import { referenceOf } from '../../platform/workbook/cell-reference.ts'
import {
  writeXlsxDocument,
  type CellChoice,
  type DocumentRow,
  type DocumentSheet,
} from '../../platform/workbook/xlsx-document.ts'
import { getPeriod } from '../commitments/periods.queries.ts'
import { requireAgencies, selectAgencies } from '../organisations/organisations.queries.ts'
import { loadNames } from '../places/names.queries.ts'
import { selectCounties } from '../places/places.queries.ts'

/** The rows that have drop-downs; a list may be longer. */
const PREPARED_ROWS = 5000
const LISTS = 'lists'

const TEXT: Record<
  Language,
  { sheet: string; title: string; several: string; needed: string; how: string; days: string; file: string }
> = {
  fa: {
    sheet: 'فهرست',
    title: 'فهرست اشتغال ایجادشده',
    several: 'چند دستگاه',
    needed: 'ستون‌های نارنجی الزامی است.',
    how: 'برای هر نفر یک ردیف. کد ملی و تاریخ را به همان صورتی که راهنمای خانه می‌گوید بنویسید؛ سرستون‌ها را تغییر ندهید.',
    days: 'تاریخ شروع به کار از {from} تا {to}',
    file: 'کاربرگ-ورود',
  },
  en: {
    sheet: 'List',
    title: 'List of jobs',
    several: 'several agencies',
    needed: 'Orange columns are required.',
    how: 'One row a person. Write IDs and dates as the hint of the cell says; leave the headers as they are.',
    days: 'Start dates from {from} to {to}',
    file: 'import-template',
  },
}

/** Writes the empty list that agencies fill in and send back: text cells, drop-downs, and a hint at every cell. Without an agency it is for several, and names one in each row. */
export async function writeImportTemplate(
  db: ReadDb,
  {
    province,
    period,
    agency,
    language,
  }: { province: string; period: string; agency: string | null; language: Language },
  { actor, out }: { actor: Actor; out: string },
): Promise<{ name: string }> {
  requireInScope(actor, placeOfList({ province, agency }), 'import.read')
  const { from, to } = await getPeriod(db, province, period, actor.scope)
  if (agency !== null) await requireAgencies(db, [agency])
  const names = await loadNames(db, language, province)
  const counties = await selectCounties(db, province)
  const inOrder = (all: readonly string[]) => inOrderOfNames(language, all, (name) => name)
  const countyNames = inOrder(counties.map(({ nameFa, nameEn }) => (language === 'fa' ? nameFa : nameEn)))
  const agencyNames = inOrder((await selectAgencies(db)).map(({ code }) => names.agency(code)))
  const text = TEXT[language]
  const { day, digits } = formattingOf(language)
  const days = text.days.replace('{from}', day(from)).replace('{to}', day(to))
  const sender = agency === null ? text.several : names.agency(agency)
  const title = [text.title, sender, names.province(province), digits(period)].join(' · ')
  const columns = templateColumns(language, agency === null)
  const lists = columns.flatMap(({ column, choices }) =>
    choices === null ? [] : [{ column, words: wordsOf(choices, countyNames, agencyNames) }],
  )
  await writeXlsxDocument(out, [
    listSheet(language, columns, { title, notes: [`${text.needed} ${text.how} ${days}.`], lists }),
    wordSheet(lists),
  ])
  const name = [text.file, sender, names.province(province), period].join('-')
  return { name: `${name.replaceAll(' ', '-')}.xlsx` }
}

function wordsOf(
  choices: NonNullable<TemplateColumn['choices']>,
  counties: readonly string[],
  agencies: readonly string[],
): readonly string[] {
  if (choices === 'counties') return counties
  return choices === 'agencies' ? agencies : choices
}

type WordList = { column: TemplateColumn['column']; words: readonly string[] }

function listSheet(
  language: Language,
  columns: readonly TemplateColumn[],
  { title, notes, lists }: { title: string; notes: readonly string[]; lists: readonly WordList[] },
): DocumentSheet {
  const headerRow = notes.length + 2
  const choices = columns.map(({ column, header, prompt }, index): CellChoice => {
    const at = lists.findIndex((list) => list.column === column)
    const words = lists[at]?.words ?? []
    const range = `${LISTS}!${absolute(at, 1)}:${absolute(at, words.length)}`
    return {
      column: index,
      rows: [headerRow + 1, headerRow + PREPARED_ROWS],
      ...(at < 0 ? {} : { from: range, strict: true }),
      title: header,
      prompt,
    }
  })
  const rows: DocumentRow[] = [
    { number: 1, height: 26, cells: [{ value: title, look: 'title' }] },
    ...notes.map((value, index): DocumentRow => ({
      number: index + 2,
      height: 18,
      cells: [{ value, look: 'note' }],
    })),
    {
      number: headerRow,
      height: 32,
      cells: columns.map(({ header, needed }) => ({
        value: header,
        look: needed ? 'marked-header' : 'header',
      })),
    },
  ]
  return {
    name: TEXT[language].sheet,
    rightToLeft: language === 'fa',
    widths: columns.map(({ width }) => width),
    emptyLooks: columns.map(() => 'text'),
    frozenRows: headerRow,
    joinedRows: Array.from({ length: headerRow - 1 }, (_, index) => index + 1),
    repeatedRows: [headerRow, headerRow],
    choices,
    rows,
  }
}

/** The words of the drop-downs, a column to each list. */
function wordSheet(lists: readonly WordList[]): DocumentSheet {
  const longest = Math.max(...lists.map(({ words }) => words.length))
  return {
    name: LISTS,
    rightToLeft: false,
    hidden: 'deep',
    widths: [],
    frozenRows: 0,
    rows: Array.from({ length: longest }, (_, index) => ({
      number: index + 1,
      cells: lists.map(({ words }) => ({ value: words[index] ?? null, look: 'text' as const })),
    })),
  }
}

function absolute(column: number, row: number): string {
  return referenceOf(Math.max(column, 0), row).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')
}
