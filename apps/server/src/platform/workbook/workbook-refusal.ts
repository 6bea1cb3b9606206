/** Why a file is refused; codes are permanent and public. */
export const WORKBOOK_REFUSALS = [
  'workbook.empty',
  'workbook.not-a-workbook',
  'workbook.encrypted',
  'workbook.too-large',
  'workbook.unpacks-too-large',
  'workbook.too-many-rows',
  'workbook.type-mismatch',
  'workbook.damaged',
  'workbook.encoding-unknown',
] as const

/** One of {@link WORKBOOK_REFUSALS}. */
export type WorkbookRefusalCode = (typeof WORKBOOK_REFUSALS)[number]

/** The numbers and words that complete a refusal's sentence; never cell contents. */
export type WorkbookRefusalParams = Record<string, string | number>

/** A file that is not read, or not read further. Thrown on opening or while its rows are taken. */
export class WorkbookRefusal extends Error {
  override readonly name = 'WorkbookRefusal'
  readonly code: WorkbookRefusalCode
  readonly params: WorkbookRefusalParams

  constructor(code: WorkbookRefusalCode, params: WorkbookRefusalParams = {}, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.params = params
  }
}

/** A file that breaks its own format: the part of it, and what is wrong there in one word. */
export function damaged(part: string, problem: string, cause?: unknown): WorkbookRefusal {
  return new WorkbookRefusal('workbook.damaged', { part, problem }, cause === undefined ? {} : { cause })
}

/** Gives an error of a library the name that the reader promises; refusals and file-system errors pass through. */
export function asRefusal(error: unknown, part: string): unknown {
  if (error instanceof WorkbookRefusal) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^E[A-Z]+$/.test(code) ? error : damaged(part, 'unreadable', error)
}
