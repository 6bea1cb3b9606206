import type { SignInState } from '@rasad/domain/access/sign-in-state'
import { useState } from 'react'
import { useText } from '../../shared/language.ts'
import { CodeStep } from './code-step.tsx'
import { NewPasswordForm } from './new-password-form.tsx'
import { PasswordStep, type Filled } from './password-step.tsx'
import { SecondFactorSetUp } from './second-factor-set-up.tsx'
import { SIGN_IN_TEXT } from './sign-in-text.ts'
import { StepHead } from './step-head.tsx'

/** What stands before the work: name and password, and then whatever the account still owes. */
export type SignInStep = SignInState | 'name-and-password'

type SignInStepsProps = {
  first: SignInStep
  filled: Filled
  onDone: () => void
}

/** One step of signing in after the other; the password stays in memory for the steps that ask for it again. */
export function SignInSteps({ first, filled, onDone }: SignInStepsProps) {
  const text = useText(SIGN_IN_TEXT)
  const [step, setStep] = useState<SignInStep>(first)
  const [given, setGiven] = useState<Filled>(filled)
  const goOn = (state: SignInState) => (state === 'signed-in' ? onDone() : setStep(state))
  switch (step) {
    case 'name-and-password':
    case 'signed-in':
      return (
        <PasswordStep
          filled={filled}
          onPassed={(words, state) => {
            setGiven(words)
            goOn(state)
          }}
        />
      )
    case 'second-factor-needed':
      return (
        <CodeStep userName={given.userName} onPassed={goOn} onBack={() => setStep('name-and-password')} />
      )
    case 'password-to-change':
      return (
        <>
          <StepHead title={text.changeTitle} about={text.changeAbout} />
          <NewPasswordForm
            known={given.password}
            onChanged={(state, password) => {
              setGiven({ ...given, password })
              goOn(state)
            }}
          />
        </>
      )
    case 'second-factor-to-set-up':
      return (
        <>
          <StepHead title={text.setUpTitle} about={text.setUpAbout} />
          <SecondFactorSetUp known={given.password} onOn={goOn} />
        </>
      )
  }
}
