import { signIn } from '@rasad/contracts/access'
import type { SignInState } from '@rasad/domain/access/sign-in-state'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api.ts'
import { useText } from '../../shared/language.ts'
import { Field, FormSheet } from '../../shared/ui/form-sheet.tsx'
import { addressOfProvider, signInOptionsQuery } from './access-query.ts'
import { SIGN_IN_TEXT } from './sign-in-text.ts'

/** A name and a password, as typed or as the demonstration shows them. */
export type Filled = { userName: string; password: string }

type PasswordStepProps = { filled: Filled; onPassed: (words: Filled, state: SignInState) => void }

/** User name and password, or the organisation's own sign-in where there is one. */
export function PasswordStep({ filled, onPassed }: PasswordStepProps) {
  const text = useText(SIGN_IN_TEXT)
  const [userName, setUserName] = useState(filled.userName)
  const [password, setPassword] = useState(filled.password)
  const [isTried, setIsTried] = useState(false)
  const { oidc } = useSuspenseQuery(signInOptionsQuery).data
  const enter = useMutation({
    mutationFn: () => call(signIn, { body: { userName, password } }),
    onSuccess: ({ state }) => onPassed({ userName, password }, state),
  })
  const faultOf = (value: string) => (isTried && value.trim() === '' ? text.needed : undefined)
  return (
    <>
      <FormSheet
        label={text.title}
        submit={text.enter}
        error={enter.error}
        isBusy={enter.isPending}
        onSubmit={() => {
          setIsTried(true)
          if (userName.trim() !== '' && password.trim() !== '') enter.mutate()
        }}
      >
        <Field label={text.userName} fault={faultOf(userName)}>
          {(marks) => (
            <Input
              {...marks}
              autoFocus={userName === ''}
              dir="ltr"
              name="username"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={userName}
              onChange={({ target }) => setUserName(target.value)}
            />
          )}
        </Field>
        <Field label={text.password} fault={faultOf(password)}>
          {(marks) => (
            <Input.Password
              {...marks}
              dir="ltr"
              name="password"
              autoComplete="current-password"
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          )}
        </Field>
      </FormSheet>
      {oidc !== null && (
        <div className="sign-in-or">
          <span>{text.or}</span>
          <Button block href={addressOfProvider(oidc.path)}>
            {`${text.byProvider} ${oidc.name}`}
          </Button>
        </div>
      )}
    </>
  )
}
