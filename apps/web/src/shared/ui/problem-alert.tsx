import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useText } from '../language.ts'
import { useErrorWords, type ErrorWords } from '../problem-text.ts'
import { Code } from './code.tsx'
import { UI_TEXT } from './ui-text.ts'

const TITLES = { refused: 'refused', 'not-allowed': 'notAllowed', lost: 'lost', fault: 'fault' } as const
const TYPES: Record<ErrorWords['kind'], 'warning' | 'info' | 'error'> = {
  refused: 'warning',
  'not-allowed': 'info',
  lost: 'warning',
  fault: 'error',
}

/** A refusal or fault in the user's language, with what to do; a fault also names its request. */
export function ProblemAlert({ error, action }: { error: unknown; action?: ReactNode }) {
  const text = useText(UI_TEXT)
  const { sentence, kind, requestId } = useErrorWords(error)
  return (
    <Alert
      role="alert"
      showIcon
      type={TYPES[kind]}
      title={text[TITLES[kind]]}
      action={action}
      description={
        <>
          <span className="problem-sentence">{sentence}</span>
          {requestId !== null && (
            <p>
              {text.request} <Code>{requestId}</Code>
            </p>
          )}
        </>
      }
    />
  )
}
