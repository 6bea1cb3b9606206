import { Worker } from 'node:worker_threads'
import type { WorkerAnswer, WorkerQuestion, WorkerTask } from './sheetjs-protocol.ts'
import { createRowMeter, type SheetRow, type Workbook, type WorkbookFormat } from './workbook-shape.ts'
import { damaged, WorkbookRefusal } from './workbook-refusal.ts'

const MAX_HEAP_MEGABYTES = 2048
// A 65,536-row .xls takes a few seconds; a file that needs minutes was made to.
const MAX_SECONDS = 300

const FORMATS: Record<WorkerTask['kind'], WorkbookFormat> = {
  xlsx: 'xlsx',
  xlsb: 'xlsx',
  xls: 'xls',
  markup: 'xls',
  ods: 'ods',
  'flat-ods': 'ods',
}

type Desk = { ask: (question: WorkerQuestion) => Promise<WorkerAnswer>; close: () => Promise<void> }

/** A thread that reads one file with SheetJS; too much memory or time is a refusal, and never the server's end. */
function openDesk(task: WorkerTask): Desk {
  const worker = new Worker(new URL('./sheetjs-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
    stdout: true,
    stderr: true,
  })
  const tooMuch = (): WorkbookRefusal =>
    new WorkbookRefusal('workbook.unpacks-too-large', { maximum: task.limits.maxUnpackedBytes })
  let ended: unknown
  let settle: ((answer: WorkerAnswer) => void) | undefined
  let fail: ((reason: unknown) => void) | undefined
  const end = (reason: unknown): void => {
    ended ??= reason
    fail?.(ended)
  }
  worker.on('message', (answer: WorkerAnswer) => settle?.(answer))
  worker.on('error', (error: Error & { code?: string }) =>
    end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : damaged(task.kind, 'unreadable', error)),
  )
  worker.on('exit', () => end(damaged(task.kind, 'closed')))
  // What the library prints about a file is of no use; unread it would fill the memory.
  worker.stdout.resume()
  worker.stderr.resume()
  worker.unref()

  const askNow = async (question: WorkerQuestion): Promise<WorkerAnswer> => {
    if (ended !== undefined) throw ended
    const timer = setTimeout(() => {
      end(tooMuch())
      void worker.terminate()
    }, MAX_SECONDS * 1000)
    try {
      const answer = await new Promise<WorkerAnswer>((resolve, reject) => {
        settle = resolve
        fail = reject
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread has no origin.
        worker.postMessage(question)
      })
      if (answer.answer === 'refused') throw new WorkbookRefusal(answer.code, answer.params)
      return answer
    } finally {
      clearTimeout(timer)
    }
  }

  let last: Promise<unknown> = Promise.resolve()
  return {
    ask(question) {
      const answer = last.then(() => askNow(question))
      last = answer.catch(() => undefined)
      return answer
    },
    async close() {
      await worker.terminate()
    },
  }
}

/** Opens a file through SheetJS in a thread of its own; the whole file is in that thread's memory. */
export async function openInWorker(task: WorkerTask): Promise<Workbook> {
  const desk = openDesk(task)
  const meter = createRowMeter(task.limits.maxRows)
  let finished = 0

  async function* rows(sheet: number): AsyncIterable<SheetRow[]> {
    let from: number | null = 0
    let seen = 0
    while (from !== null) {
      const answer: WorkerAnswer = await desk.ask({ ask: 'rows', sheet, from })
      if (answer.answer !== 'rows') return
      seen += answer.rows.length
      meter(sheet, seen)
      if (answer.rows.length > 0) yield answer.rows
      from = answer.next
    }
    finished = Math.max(finished, sheet + 1)
  }

  try {
    const answer = await desk.ask({ ask: 'sheets' })
    const sheets = answer.answer === 'sheets' ? answer.sheets : []
    return {
      format: FORMATS[task.kind],
      sheets: sheets.map(({ name, hidden }, index) => ({ name, hidden, rows: () => rows(index) })),
      progress: () => (sheets.length === 0 ? 1 : finished / sheets.length),
      close: desk.close,
    }
  } catch (error) {
    await desk.close()
    throw error
  }
}

/** Writes a file of another type as .xlsx, with its number formats, widths and merges. */
export async function convertInWorker(task: WorkerTask, out: string): Promise<void> {
  const desk = openDesk(task)
  try {
    await desk.ask({ ask: 'convert', out })
  } finally {
    await desk.close()
  }
}
