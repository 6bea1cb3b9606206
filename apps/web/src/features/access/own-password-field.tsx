import { Input } from 'antd'
import { useText } from '../../shared/language.ts'
import { Field } from '../../shared/ui/form-sheet.tsx'
import { ACCOUNT_TEXT } from './account-text.ts'

type OwnPasswordFieldProps = {
  value: string
  isTried: boolean
  onChange: (password: string) => void
  autoFocus?: boolean
}

/** The password of whoever is signed in, asked once more before something weighty. */
export function OwnPasswordField({ value, isTried, onChange, autoFocus = false }: OwnPasswordFieldProps) {
  const text = useText(ACCOUNT_TEXT)
  return (
    <Field label={text.passwordFirst} fault={isTried && value === '' ? text.needed : undefined}>
      {(marks) => (
        <Input.Password
          {...marks}
          autoFocus={autoFocus}
          dir="ltr"
          autoComplete="current-password"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}
