import { confirmSecondFactor, startSecondFactor } from '@rasad/contracts/access'
import type { SignInState } from '@rasad/domain/access/sign-in-state'
import { useMutation } from '@tanstack/react-query'
import { Input, QRCode } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api.ts'
import { useText } from '../../shared/language.ts'
import { CopyButton } from '../../shared/ui/copy-button.tsx'
import { Code } from '../../shared/ui/code.tsx'
import { Field, FormSheet } from '../../shared/ui/form-sheet.tsx'
import { ACCOUNT_TEXT } from './account-text.ts'
import { BackupCodes } from './backup-codes.tsx'
import { OwnPasswordField } from './own-password-field.tsx'

const SHORTEST_CODE = 6
const PICTURE_SIZE = 184

type Secret = { uri: string; secret: string; backupCodes: string[] }
type SecondFactorSetUpProps = { known?: string; onOn: (state: SignInState) => void }

/** Makes a secret for an authenticator, shows it as picture and text, and turns it on by its first code. */
export function SecondFactorSetUp({ known = '', onOn }: SecondFactorSetUpProps) {
  const text = useText(ACCOUNT_TEXT)
  const [password, setPassword] = useState(known)
  const [isTried, setIsTried] = useState(false)
  const start = useMutation({ mutationFn: () => call(startSecondFactor, { body: { password } }) })
  if (start.data) return <FirstCode secret={start.data} onOn={onOn} />
  return (
    <FormSheet
      label={text.setUp}
      submit={text.begin}
      error={start.error}
      isBusy={start.isPending}
      onSubmit={() => {
        setIsTried(true)
        if (password !== '') start.mutate()
      }}
    >
      {known === '' && <OwnPasswordField value={password} isTried={isTried} onChange={setPassword} />}
    </FormSheet>
  )
}

function FirstCode({
  secret: { uri, secret, backupCodes },
  onOn,
}: {
  secret: Secret
  onOn: SecondFactorSetUpProps['onOn']
}) {
  const text = useText(ACCOUNT_TEXT)
  const [code, setCode] = useState('')
  const [isTried, setIsTried] = useState(false)
  const isWhole = code.trim().length >= SHORTEST_CODE
  const confirm = useMutation({
    mutationFn: () => call(confirmSecondFactor, { body: { code } }),
    onSuccess: ({ state }) => onOn(state),
  })
  return (
    <div className="second-factor">
      <p>{text.scan}</p>
      <div className="second-factor-picture" role="img" aria-label={text.picture}>
        <QRCode
          type="svg"
          value={uri}
          size={PICTURE_SIZE}
          color="#000000"
          bgColor="#ffffff"
          bordered={false}
        />
      </div>
      <p className="second-factor-secret">
        {text.secret}
        <span>
          <Code>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</Code> <CopyButton text={secret} />
        </span>
      </p>
      <BackupCodes codes={backupCodes} />
      <FormSheet
        label={text.setUp}
        submit={text.turnOn}
        error={confirm.error}
        isBusy={confirm.isPending}
        onSubmit={() => {
          setIsTried(true)
          if (isWhole) confirm.mutate()
        }}
      >
        <Field label={text.firstCode} fault={isTried && !isWhole ? text.needed : undefined}>
          {(marks) => (
            <Input
              {...marks}
              dir="ltr"
              className="code-input"
              autoComplete="one-time-code"
              value={code}
              onChange={({ target }) => setCode(target.value)}
            />
          )}
        </Field>
      </FormSheet>
    </div>
  )
}
