import { changePassword } from '@rasad/contracts/access'
import { SHORTEST_PASSWORD } from '@rasad/domain/access/password'
import type { SignInState } from '@rasad/domain/access/sign-in-state'
import { useMutation } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Field, FormSheet } from '../../shared/ui/form-sheet.tsx'
import { ACCOUNT_TEXT } from './account-text.ts'

const EMPTY = { current: '', next: '', repeat: '' }

type NewPasswordFormProps = {
  /** The current password where it was typed a moment ago; it is then not asked for again. */
  known?: string
  onChanged: (state: SignInState, password: string) => void
}

/** Changes the own password. */
export function NewPasswordForm({ known = '', onChanged }: NewPasswordFormProps) {
  const text = useText(ACCOUNT_TEXT)
  const { count } = useFormat()
  const [words, setWords] = useState({ ...EMPTY, current: known })
  const [isTried, setIsTried] = useState(false)
  const send = useMutation({
    mutationFn: () => call(changePassword, { body: { current: words.current, next: words.next } }),
    onSuccess: ({ state }) => {
      setWords(EMPTY)
      setIsTried(false)
      onChanged(state, words.next)
    },
  })
  const faults = {
    current: words.current === '' ? text.needed : undefined,
    next: words.next === '' ? text.needed : undefined,
    repeat: words.repeat === words.next ? undefined : text.different,
  }
  const field = (name: keyof typeof EMPTY, hint?: string) => (
    <Field label={text[name]} hint={hint} fault={isTried ? faults[name] : undefined}>
      {(marks) => (
        <Input.Password
          {...marks}
          dir="ltr"
          autoComplete={name === 'current' ? 'current-password' : 'new-password'}
          value={words[name]}
          onChange={({ target }) => setWords({ ...words, [name]: target.value })}
        />
      )}
    </Field>
  )
  return (
    <FormSheet
      label={text.change}
      submit={text.change}
      error={send.error}
      isBusy={send.isPending}
      onSubmit={() => {
        setIsTried(true)
        if (Object.values(faults).every((fault) => fault === undefined)) send.mutate()
      }}
    >
      {known === '' && field('current')}
      {field('next', text.shortest.replace('{n}', count(SHORTEST_PASSWORD)))}
      {field('repeat')}
    </FormSheet>
  )
}
