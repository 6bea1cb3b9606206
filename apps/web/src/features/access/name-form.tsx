import { renameUser, type User } from '@rasad/contracts/users'
import { Input } from 'antd'
import { call } from '../../shared/api.ts'
import { useText } from '../../shared/language.ts'
import { ChangedMeanwhile } from '../../shared/ui/changed-meanwhile.tsx'
import { Field, FormSheet } from '../../shared/ui/form-sheet.tsx'
import { useUserChange } from './user-change.ts'
import { USERS_TEXT } from './users-text.ts'

type NameFormProps = { user: User; onDone: () => void; onCancel: () => void }

/** Corrects the first and last name of a user; a change that somebody else made meanwhile is shown first. */
export function NameForm({ user, onDone, onCancel }: NameFormProps) {
  const text = useText(USERS_TEXT)
  const { seen, draft, change, isTried, isLate, sheet, submit } = useUserChange(user, {
    name: 'name',
    first: ({ name }) => ({ name }),
    send: (typed, version) =>
      call(renameUser, { params: { userName: user.userName }, body: { name: typed.name.trim(), version } }),
    onDone,
    onCancel,
  })
  const name = draft.name.trim()
  return (
    <FormSheet
      label={text.rename}
      submit={isLate ? text.saveAnyway : text.save}
      onSubmit={() => submit(name !== '')}
      {...sheet}
    >
      <h3>{text.rename}</h3>
      <p className="quiet">{text.renameWhy}</p>
      {isLate && (
        <ChangedMeanwhile
          title={text.meanwhile}
          changed={user.changed}
          fields={[{ label: text.name, seen: seen.name, now: user.name, mine: name }]}
        />
      )}
      <Field label={text.name} fault={isTried && name === '' ? text.needed : undefined}>
        {(marks) => (
          <Input
            {...marks}
            autoFocus
            maxLength={300}
            value={draft.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
      </Field>
    </FormSheet>
  )
}
