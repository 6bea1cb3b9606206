import { openCsv } from './csv-reader.ts'
import { type FileKind, findFileKind, renamedFrom } from './file-kind.ts'
import { openFlatOds, openOds } from './ods-reader.ts'
import { openInWorker } from './sheetjs-reader.ts'
import { DEFAULT_LIMITS, type Workbook, type WorkbookLimits } from './workbook-shape.ts'
import { openXlsx } from './xlsx-reader.ts'
import { measureArchive } from './zip-archive.ts'

export { DEFAULT_LIMITS } from './workbook-shape.ts'
export type { Cell, Sheet, SheetRow, Workbook, WorkbookLimits } from './workbook-shape.ts'

async function openKind(found: FileKind, path: string, limits: WorkbookLimits): Promise<Workbook> {
  switch (found.kind) {
    case 'xlsx':
      return openXlsx(found.archive, limits)
    case 'ods':
      return openOds(found.archive, limits)
    case 'xlsb':
      await measureArchive(found.archive)
      found.archive.close()
      return openInWorker({ path, kind: found.kind, limits })
    case 'xls':
    case 'markup':
      return openInWorker({ path, kind: found.kind, limits })
    case 'flat-ods':
      return openFlatOds(path, limits)
    case 'csv':
      return openCsv(path, limits)
  }
}

/**
 * Opens a table file by its content; `name` is what the sender called it, when the path does not say.
 * Throws a WorkbookRefusal here or while its rows are taken. The caller closes it.
 */
export async function openWorkbook(
  path: string,
  options: { name?: string; limits?: Partial<WorkbookLimits> } = {},
): Promise<Workbook> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const name = options.name ?? path
  const found = await findFileKind(path, name, limits)
  try {
    const workbook = await openKind(found, path, limits)
    const promised = renamedFrom(found.kind, name)
    return promised === undefined ? workbook : { ...workbook, renamedFrom: promised }
  } catch (error) {
    if ('archive' in found) found.archive.close()
    throw error
  }
}
