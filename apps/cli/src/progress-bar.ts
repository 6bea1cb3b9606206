import { formattingOf } from '@rasad/domain/persian/formatting'
import type { Language } from './language.ts'

/** Shows on a terminal how far a long act has come. */
export type ProgressBar = {
  /** Says what is being done and, where it is known, how much of it from 0 to 1. */
  show: (label: string, progress?: number) => void
  end: () => void
}

const SHOWN_AFTER_MS = 1000
const REDRAWN_EVERY_MS = 200
const WIDTH = 24

/** A bar that appears once the act has taken a second, and only where somebody is looking. */
export function openProgressBar(
  language: Language,
  stream: NodeJS.WriteStream = process.stderr,
): ProgressBar {
  if (!stream.isTTY) return { show: () => {}, end: () => {} }
  const { count, percent } = formattingOf(language)
  const openedAt = Date.now()
  let said: { label: string; progress: number | undefined } | undefined
  let drawn = false
  const draw = () => {
    const elapsed = Date.now() - openedAt
    if (!said || elapsed < SHOWN_AFTER_MS) return
    const measure =
      said.progress === undefined ? `${count(Math.floor(elapsed / 1000))}″` : bar(said.progress, percent)
    stream.write(`\r\u001b[K${said.label}  ${measure}`)
    drawn = true
  }
  const timer = setInterval(draw, REDRAWN_EVERY_MS)
  timer.unref()
  return {
    show: (label, progress) => {
      said = { label, progress }
    },
    end: () => {
      clearInterval(timer)
      if (drawn) stream.write('\r\u001b[K')
    },
  }
}

function bar(progress: number, percent: (value: number) => string): string {
  const reached = Math.min(Math.max(progress, 0), 1)
  const full = Math.round(reached * WIDTH)
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${percent(Math.round(reached * 1000) / 10)}`
}
