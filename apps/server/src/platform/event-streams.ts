import type { Writable } from 'node:stream'
import { logEvent } from './logger.ts'

/** One page that is told of what it is interested in; nothing is told twice. */
export type Listener<Interest> = {
  interest: Interest
  tell: (event: string, content: unknown) => void
}

/** How a kind of streams is kept. */
export type StreamKeeping<Interest> = {
  /** Tells listeners what is so. Called for all of them together, never while it is still looking. */
  look: (listeners: readonly Listener<Interest>[]) => Promise<void>
  /** The same interest, if whoever listens still may; fails when their session has ended. */
  renew: (interest: Interest) => Promise<Interest>
}

export type EventStreams<Interest> = {
  /** Writes events into a stream until it closes; `once` ends it after what is so now. */
  follow: (stream: Writable, interest: Interest, options: { once: boolean }) => void
  /** Ends all streams; none is begun afterwards. */
  end: () => void
}

type Held<Interest> = Listener<Interest> & { stream: Writable; beatAt: number }

const LOOKS_EVERY_MS = 1000
const BEATS_EVERY_MS = 15_000
const RETRY_MS = 3000
/** A page that leaves so much unread is gone. */
const MOST_UNREAD_BYTES = 1024 * 1024

/** Streams of server-sent events with one clock for all: while nobody listens, nothing is looked at. */
export function openEventStreams<Interest>({ look, renew }: StreamKeeping<Interest>): EventStreams<Interest> {
  const listeners = new Set<Held<Interest>>()
  let timer: NodeJS.Timeout | undefined
  let ended = false
  let last: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined

  const wait = () => {
    if (listeners.size > 0 && !ended) timer ??= setTimeout(() => void tick(), LOOKS_EVERY_MS)
  }
  const tick = async () => {
    try {
      await turn()
    } catch (error) {
      logEvent('events-failed', { error: error instanceof Error ? error.name : 'unknown' })
    }
    timer = undefined
    wait()
  }
  // One look after the other: what is told later was read later. Whoever comes during one is told by the next.
  const turn = () => {
    next ??= last.then(async () => {
      next = undefined
      await look([...listeners])
      for (const listener of listeners) await keep(listener)
    })
    last = next.catch(() => undefined)
    return next
  }
  const keep = async (listener: Held<Interest>) => {
    const { stream } = listener
    if (stream.writableLength > MOST_UNREAD_BYTES) stream.destroy()
    if (Date.now() - listener.beatAt < BEATS_EVERY_MS) return
    listener.beatAt = Date.now()
    try {
      listener.interest = await renew(listener.interest)
      stream.write('event: beat\ndata: 1\n\n')
    } catch {
      stream.end()
      listeners.delete(listener)
    }
  }
  const begin = async (stream: Writable, interest: Interest, once: boolean) => {
    const listener = { interest, stream, beatAt: Date.now(), tell: tellInto(stream) }
    stream.on('close', () => listeners.delete(listener))
    stream.write(`retry: ${RETRY_MS}\n\n`)
    listeners.add(listener)
    try {
      await turn()
    } catch (error) {
      stream.destroy(error instanceof Error ? error : undefined)
    }
    if (stream.destroyed) return
    if (once || ended) return void stream.end()
    wait()
  }
  return {
    follow: (stream, interest, { once }) => void begin(stream, interest, once),
    end: () => {
      ended = true
      clearTimeout(timer)
      for (const { stream } of listeners) stream.end()
    },
  }
}

function tellInto(stream: Writable): (event: string, content: unknown) => void {
  const told = new Map<string, string>()
  return (event, content) => {
    const text = JSON.stringify(content)
    if (told.get(event) === text || stream.writableEnded || stream.destroyed) return
    told.set(event, text)
    stream.write(`event: ${event}\ndata: ${text}\n\n`)
  }
}
