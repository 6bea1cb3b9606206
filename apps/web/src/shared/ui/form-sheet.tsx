import { Button } from 'antd'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useText } from '../language.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { UI_TEXT } from './ui-text.ts'

type FormSheetProps = {
  /** Names the form for those who do not see it. */
  label: string
  submit: string
  /** What the server said to the last attempt; null when it said nothing. */
  error: unknown
  isBusy: boolean
  onSubmit: () => void
  onCancel?: () => void
  children: ReactNode
}

/** A form: its fields under one another, the refusal above its button, and the focus on the first field that is wrong. */
export function FormSheet({ label, submit, error, isBusy, onSubmit, onCancel, children }: FormSheetProps) {
  const text = useText(UI_TEXT)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (error !== null) focusFault(form.current)
  }, [error])
  return (
    <form
      ref={form}
      className="form-sheet"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isBusy) return
        onSubmit()
        requestAnimationFrame(() => focusFault(form.current))
      }}
    >
      {children}
      {error !== null && <ProblemAlert error={error} />}
      <div className="form-acts">
        <Button type="primary" htmlType="submit" aria-busy={isBusy}>
          {submit}
        </Button>
        {onCancel && <Button onClick={onCancel}>{text.cancel}</Button>}
      </div>
    </form>
  )
}

function focusFault(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
}

/** What an input needs so that its label, hint and fault are read out with it. */
export type FieldMarks = { id: string; 'aria-invalid': boolean; 'aria-describedby': string }

type FieldProps = {
  label: string
  hint?: ReactNode
  /** What is wrong with what stands in the field; undefined when nothing is. */
  fault?: string | undefined
  children: (marks: FieldMarks) => ReactNode
}

/** One field of a form: its label above it, what it asks for or what is wrong below it. */
export function Field({ label, hint, fault, children }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': fault !== undefined, 'aria-describedby': `${id}-about` })}
      <p id={`${id}-about`} className={fault === undefined ? 'field-hint' : 'field-fault'}>
        {fault ?? hint}
      </p>
    </div>
  )
}
