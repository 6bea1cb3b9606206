import type { ReactNode } from 'react'
import { useText } from '../language.ts'
import { useErrorWords } from '../problem-text.ts'
import { Code } from './code.tsx'
import { LineIcon } from './line-icon.tsx'
import { UI_TEXT } from './ui-text.ts'

const TITLES = {
  refused: 'refused',
  'not-found': 'notFound',
  'not-allowed': 'notAllowed',
  lost: 'lost',
  fault: 'fault',
} as const

/** A refusal or fault in the user's language, with what to do; a fault also names its request. */
export function ProblemAlert({ error, action }: { error: unknown; action?: ReactNode }) {
  const text = useText(UI_TEXT)
  const { sentence, kind, requestId } = useErrorWords(error)
  return (
    <div role="alert" className="problem-alert" data-kind={kind}>
      <LineIcon name="notice" />
      <div className="problem-words">
        <strong>{text[TITLES[kind]]}</strong>
        <span className="problem-sentence">{sentence}</span>
        {requestId !== null && (
          <p>
            {text.request} <Code>{requestId}</Code>
          </p>
        )}
      </div>
      {action}
    </div>
  )
}
