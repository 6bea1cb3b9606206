import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { figureOf, type Figure } from './figure.ts'
import { median } from './rounds.ts'
import type { Run } from './world.ts'

/** How one opening of a page went until the first cell of its table was drawn. */
export type Opening = { ms: number; bytes: number; requests: number }

/** A page as it was opened again and again by a browser that had never been there, over a slow line and over none. */
export type OpenedPage = { name: string; rounds: { slow: Opening; open: Opening }[] }

const OPENS = path.join(import.meta.dirname, '..', 'e2e', 'first-page.ts')
const MOST_MS = 2500

/** The pages that most begin with, opened by a browser that was never there: over a slow line, against over none. */
export async function measureFirstPage({ quick, say }: Run): Promise<Figure[]> {
  say('opening the first pages')
  const { stdout } = await promisify(execFile)(process.execPath, [OPENS, quick ? '3' : '9'])
  const pages: OpenedPage[] = JSON.parse(stdout)
  return pages.map(({ name, rounds }) =>
    figureOf(
      rounds.map(({ slow, open }) => ({ ours: slow.ms, peer: open.ms })),
      {
        measure: 'first-page',
        name: `${name} to its filled table, nothing cached, 1.6 Mbit/s and 150 ms`,
        peerName: 'the same over no line',
        unit: 'ms',
        budget: { of: 'ours', atMost: MOST_MS },
        details: {
          'KB before the table': median(rounds.map(({ slow }) => slow.bytes)) / 1024,
          requests: median(rounds.map(({ slow }) => slow.requests)),
        },
      },
    ),
  )
}
