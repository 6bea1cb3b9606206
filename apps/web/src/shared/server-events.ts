import type { AnswerOf } from '@rasad/contracts/define-route'
import type { ImportRun } from '@rasad/contracts/imports'
import { getQueues, streamEvents } from '@rasad/contracts/queues'
import { addressFor, type WordsOf } from './api.ts'
import { noteTold } from './own-changes.ts'

/** What the server tells by itself, as it is now and whenever it has changed. */
type Told = {
  queues?: (told: Pick<AnswerOf<typeof getQueues>, 'counts'>) => void
  ledger?: (position: { batch: number }) => void
  'import-run'?: (run: ImportRun) => void
}

/** The server lets hear of itself every 15 seconds: a line on which nothing comes for longer is dead. */
const SILENT_MS = 40_000
/** After so long one that was refused is opened again. */
const REFUSED_MS = 10_000
const LOOKS_EVERY_MS = 5000

/**
 * Listens to the server while the page is looked at; the answer ends it. A line that is lost, was refused or has fallen
 * silent is opened again, and the server then tells how everything stands. A page in the background holds no line: a
 * browser has few of them for all its pages.
 */
export function followEvents(words: WordsOf<typeof streamEvents>['query'], told: Told): () => void {
  let stream: EventSource | undefined
  let heardAt = 0
  const close = () => {
    stream?.close()
    stream = undefined
  }
  const open = () => {
    close()
    heardAt = Date.now()
    stream = new EventSource(addressFor(streamEvents, { query: words }))
    const hear = (name: string, tell: (text: string) => void) =>
      stream?.addEventListener(name, ({ data }: MessageEvent<string>) => {
        heardAt = Date.now()
        tell(data)
      })
    hear('beat', () => undefined)
    hear('queues', (text) => {
      noteTold(getQueues.path)
      told.queues?.(JSON.parse(text))
    })
    hear('ledger', (text) => told.ledger?.(JSON.parse(text)))
    hear('import-run', (text) => told['import-run']?.(JSON.parse(text)))
  }
  const look = () => {
    const isSeen = document.visibilityState === 'visible'
    const most = stream?.readyState === EventSource.CLOSED ? REFUSED_MS : SILENT_MS
    const isHeard = stream !== undefined && Date.now() - heardAt < most
    if (!isSeen) close()
    else if (!isHeard) open()
  }
  look()
  const timer = window.setInterval(look, LOOKS_EVERY_MS)
  document.addEventListener('visibilitychange', look)
  return () => {
    window.clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
    close()
  }
}
