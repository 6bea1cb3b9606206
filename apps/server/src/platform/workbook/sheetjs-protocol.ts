import type { SheetRow, WorkbookLimits } from './workbook-shape.ts'
import type { WorkbookRefusalCode, WorkbookRefusalParams } from './workbook-refusal.ts'

/** What the worker reads: the file, how to take it, and its limits. */
export type WorkerTask = {
  path: string
  kind: 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'markup' | 'flat-ods'
  limits: WorkbookLimits
}

/** What the worker can be asked. */
export type WorkerQuestion =
  | { ask: 'sheets' }
  | { ask: 'rows'; sheet: number; from: number }
  | { ask: 'convert'; out: string }

/** What the worker answers; `next` is where the following batch begins, or null at the end. */
export type WorkerAnswer =
  | { answer: 'sheets'; sheets: { name: string; hidden: boolean }[] }
  | { answer: 'rows'; rows: SheetRow[]; next: number | null }
  | { answer: 'converted' }
  | { answer: 'refused'; code: WorkbookRefusalCode; params: WorkbookRefusalParams }
