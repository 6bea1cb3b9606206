import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { Problem } from '../problem.ts'

/** One paper to set: the Typst source, the JSON it reads as `d`, and when it is made (milliseconds since 1970). */
export type PaperTask = { source: string; data: string; now: number }

/** The most rows of a table on paper; more belong into a workbook. */
export const MOST_PAPER_ROWS = 2000

const MAX_SECONDS = 60

// What every paper begins with: direction, font, digits, tables.
const PAPER = readFileSync(new URL('paper.typ', import.meta.url), 'utf8')

// One paper at a time: setting a long one takes some hundred megabytes.
let last: Promise<unknown> = Promise.resolve()

/** Refuses a table that is too long for paper. */
export function requirePaperSize(rows: number): void {
  if (rows > MOST_PAPER_ROWS) throw new Problem('paper.too-many-rows', { limit: MOST_PAPER_ROWS })
}

/** Sets a paper in a thread of its own and writes it as PDF; text in the data stays text, whatever signs it holds. */
export async function writePaper(
  out: string,
  { layout, data, now }: { layout: URL; data: object; now: number },
): Promise<void> {
  const source = `${PAPER}\n${readFileSync(layout, 'utf8')}`
  const pdf = last.then(() => compile({ source, data: JSON.stringify(data), now }))
  last = pdf.catch(() => undefined)
  await writeFile(out, await pdf)
}

function compile(task: PaperTask): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./typst-worker.ts', import.meta.url), { workerData: task })
    const timer = setTimeout(() => {
      reject(new Error('a paper took too long to set'))
      void worker.terminate()
    }, MAX_SECONDS * 1000)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('the thread that sets papers ended without one'))
    })
  })
}
