import { renewBackupCodes } from '@rasad/contracts/access'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api.ts'
import { useText } from '../../shared/language.ts'
import { FormSheet } from '../../shared/ui/form-sheet.tsx'
import { ACCOUNT_TEXT } from './account-text.ts'
import { BackupCodes } from './backup-codes.tsx'
import { OwnPasswordField } from './own-password-field.tsx'

/** New backup codes for whoever used or lost theirs; the password is asked for first. */
export function RenewBackupCodes() {
  const text = useText(ACCOUNT_TEXT)
  const [isAsked, setIsAsked] = useState(false)
  const [password, setPassword] = useState('')
  const [isTried, setIsTried] = useState(false)
  const renew = useMutation({
    mutationFn: () => call(renewBackupCodes, { body: { password } }),
    onSuccess: () => {
      setPassword('')
      setIsTried(false)
    },
  })
  const close = () => {
    setIsAsked(false)
    setPassword('')
    renew.reset()
  }
  if (!isAsked) return <Button onClick={() => setIsAsked(true)}>{text.renewCodes}</Button>
  if (renew.data)
    return (
      <div className="second-factor" role="status">
        <BackupCodes codes={renew.data.backupCodes} />
        <p>{text.oldCodesDied}</p>
        <div className="form-acts">
          <Button onClick={close}>{text.kept}</Button>
        </div>
      </div>
    )
  return (
    <FormSheet
      label={text.renewCodes}
      submit={text.renewCodes}
      error={renew.error}
      isBusy={renew.isPending}
      onCancel={close}
      onSubmit={() => {
        setIsTried(true)
        if (password !== '') renew.mutate()
      }}
    >
      <p className="quiet">{text.renewCodesWhy}</p>
      <OwnPasswordField autoFocus value={password} isTried={isTried} onChange={setPassword} />
    </FormSheet>
  )
}
