import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PaperTask } from './typst.ts'

const FONTS = ['Vazirmatn-Regular.ttf', 'Vazirmatn-Bold.ttf'].map((name) =>
  readFileSync(new URL(`../../../fonts/${name}`, import.meta.url)),
)

const { source, data, now } = workerData as PaperTask
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: FONTS }] })
const compiled = compiler.compile({ mainFileContent: source, inputs: { data } })
if (compiled.result === null) throw new Error(`the paper was not set: ${describe()}`)
const paper = compiler.pdf(compiled.result, { creationTimestamp: Math.floor(now / 1000) })
const bytes = Uint8Array.from(paper)
parentPort?.postMessage(bytes, [bytes.buffer])

function describe(): string {
  const error = compiled.takeError()
  return error === null ? 'unknown' : JSON.stringify(compiler.fetchDiagnostics(error))
}
