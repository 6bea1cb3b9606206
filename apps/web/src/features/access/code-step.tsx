import { giveSecondFactor } from '@rasad/contracts/access'
import type { SignInState } from '@rasad/domain/access/sign-in-state'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api.ts'
import { useText } from '../../shared/language.ts'
import { Field, FormSheet } from '../../shared/ui/form-sheet.tsx'
import { signInOptionsQuery } from './access-query.ts'
import { SIGN_IN_TEXT } from './sign-in-text.ts'
import { StepHead } from './step-head.tsx'

const SHORTEST_CODE = 6
const CODE_RENEWED_MS = 10_000

type CodeStepProps = { userName: string; onPassed: (state: SignInState) => void; onBack: () => void }

/** The code of the authenticator, or a backup code; a demonstration account's own code stands there already. */
export function CodeStep({ userName, onPassed, onBack }: CodeStepProps) {
  const text = useText(SIGN_IN_TEXT)
  const [typed, setTyped] = useState<string | null>(null)
  const [isTried, setIsTried] = useState(false)
  const options = useQuery({ ...signInOptionsQuery, refetchInterval: CODE_RENEWED_MS })
  const shown = options.data?.demonstration?.find((user) => user.userName === userName)?.code ?? null
  const code = typed ?? shown ?? ''
  const isWhole = code.trim().length >= SHORTEST_CODE
  const give = useMutation({
    mutationFn: () => call(giveSecondFactor, { body: { code } }),
    onSuccess: ({ state }) => onPassed(state),
  })
  return (
    <>
      <StepHead title={text.codeTitle} about={text.codeAbout} />
      <FormSheet
        label={text.codeTitle}
        submit={text.goOn}
        error={give.error}
        isBusy={give.isPending}
        onSubmit={() => {
          setIsTried(true)
          if (isWhole) give.mutate()
        }}
      >
        <Field
          label={text.code}
          hint={typed === null && shown !== null ? text.demonstrationCode : text.codeHint}
          fault={isTried && !isWhole ? text.codeAbout : undefined}
        >
          {(marks) => (
            <Input
              {...marks}
              autoFocus
              dir="ltr"
              className="code-input"
              name="code"
              inputMode="text"
              autoComplete="one-time-code"
              value={code}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
      </FormSheet>
      <Button type="link" className="step-back" onClick={onBack}>
        {text.otherPerson}
      </Button>
    </>
  )
}
