import { readFileSync, writeFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { type CellObject, read, set_cptable, SSF, type WorkBook, type WorkSheet, write } from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel'
import type { WorkerAnswer, WorkerQuestion, WorkerTask } from './sheetjs-protocol.ts'
import { followRanges, inOrderOfRows, type MergedRange } from './merged-cells.ts'
import { findTextEncoding, readText } from './text-encoding.ts'
import { cutText, type Cell, placeCell, type SheetRow } from './workbook-shape.ts'
import { damaged, WorkbookRefusal } from './workbook-refusal.ts'
import { DAYS_TO_1904 } from './date-serial.ts'

const BATCH = 2000

// BIFF error codes, MS-XLS 2.5.10.
const ERRORS: Record<number, string> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
}

const task = workerData as WorkerTask
let opened: Promise<WorkBook> | undefined

async function readWorkbook(): Promise<WorkBook> {
  set_cptable(codePages)
  const options = {
    dense: true,
    cellFormula: true,
    cellHTML: false,
    cellText: false,
    cellNF: true,
    cellStyles: true,
    raw: true,
  }
  if (task.kind !== 'markup') return read(readFileSync(task.path), { ...options, type: 'buffer' })
  let text = ''
  for await (const chunk of readText(task.path, await findTextEncoding(task.path))) text += chunk
  return read(text, { ...options, type: 'string' })
}

function cellValue(cell: CellObject, date1904: boolean): Cell {
  const { v: value, f: formula } = cell
  if (value === undefined || value === null)
    return formula === undefined ? null : cutText(`=${formula}`, task.limits.maxCellCharacters)
  if (cell.t === 'e') return ERRORS[Number(value)] ?? '#N/A'
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569
  if (typeof value === 'string') return cutText(value, task.limits.maxCellCharacters)
  const shift = date1904 && typeof value === 'number' && cell.z !== undefined && SSF.is_date(String(cell.z))
  return shift ? value + DAYS_TO_1904 : value
}

function rowAt(book: WorkBook, sheet: WorkSheet, at: number): SheetRow | undefined {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const cells: Cell[] = []
  const formulas: number[] = []
  sheet['!data']?.[at]?.forEach((cell, column) => {
    if (cell.f !== undefined && column < task.limits.maxColumns) formulas.push(column)
    placeCell(cells, column, cellValue(cell, date1904), task.limits.maxColumns)
  })
  if (cells.length === 0) return undefined
  const hidden = sheet['!rows']?.[at]?.hidden === true
  return { number: at + 1, cells, hidden, ...(formulas.length > 0 && { formulas }) }
}

function mergedRanges(sheet: WorkSheet): MergedRange[] {
  const ranges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ column: s.c, first: s.r + 1, last: e.r + 1 }))
  return inOrderOfRows(ranges.filter(({ first, last }) => first < last))
}

function readRows(book: WorkBook, index: number, from: number): { rows: SheetRow[]; next: number | null } {
  const sheet = book.Sheets[book.SheetNames[index] ?? ''] ?? {}
  const ranges = mergedRanges(sheet)
  const follow = followRanges(ranges)
  for (const { first } of ranges.filter((range) => range.first <= from && range.last > from)) {
    const begin = rowAt(book, sheet, first - 1)
    if (begin !== undefined) follow(begin)
  }
  const last = sheet['!data']?.length ?? 0
  const rows: SheetRow[] = []
  let at = from
  for (; at < last && rows.length < BATCH; at += 1) {
    const row = rowAt(book, sheet, at)
    if (row !== undefined) rows.push(follow(row))
  }
  return { rows, next: at < last ? at : null }
}

async function answerTo(question: WorkerQuestion): Promise<WorkerAnswer> {
  const book = await (opened ??= readWorkbook())
  switch (question.ask) {
    case 'sheets': {
      if (book.SheetNames.length === 0) throw damaged(task.kind, 'no-sheets')
      const sheets = book.SheetNames.map((name, index) => ({
        name,
        hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      }))
      return { answer: 'sheets', sheets }
    }
    case 'rows':
      return { answer: 'rows', ...readRows(book, question.sheet, question.from) }
    case 'convert':
      writeFileSync(
        question.out,
        write(book, { type: 'buffer', bookType: 'xlsx', compression: true, cellStyles: true }) as Buffer,
      )
      return { answer: 'converted' }
  }
}

function refusalOf(error: unknown): WorkerAnswer {
  if (error instanceof WorkbookRefusal) return { answer: 'refused', code: error.code, params: error.params }
  // The library tells a sealed file from a broken one only by its words.
  const sealed = error instanceof Error && /password|encrypt/i.test(error.message)
  if (sealed) return { answer: 'refused', code: 'workbook.encrypted', params: {} }
  return { answer: 'refused', code: 'workbook.damaged', params: { part: task.kind, problem: 'unreadable' } }
}

parentPort?.on('message', (question: WorkerQuestion) => {
  void answerTo(question)
    .catch(refusalOf)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread has no origin.
    .then((answer) => parentPort?.postMessage(answer))
})
