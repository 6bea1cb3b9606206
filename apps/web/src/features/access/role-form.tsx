import { changeUserRole, type User } from '@rasad/contracts/users'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { call } from '../../shared/api.ts'
import { NO_FIGURE } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { agenciesQuery, banksQuery, countiesQuery, namesByCode, provincesQuery } from '../../shared/places.ts'
import { ROLE_TEXT } from '../../shared/role-text.ts'
import { ChangedMeanwhile, type MeanwhileField } from '../../shared/ui/changed-meanwhile.tsx'
import { FormSheet } from '../../shared/ui/form-sheet.tsx'
import { StandingFields, standingWords, standsSomewhere, type StandingDraft } from './standing-fields.tsx'
import { useUserChange } from './user-change.ts'
import { USERS_TEXT } from './users-text.ts'

type RoleFormProps = { user: User; onDone: () => void; onCancel: () => void }

/** Gives a user another role or place; a change that somebody else made meanwhile is shown before it is written over. */
export function RoleForm({ user, onDone, onCancel }: RoleFormProps) {
  const text = useText(USERS_TEXT)
  const { seen, draft, change, isTried, isLate, sheet, submit } = useUserChange(user, {
    name: 'role',
    first: standingOf,
    send: (chosen, version) =>
      call(changeUserRole, {
        params: { userName: user.userName },
        body: { ...standingWords(chosen), version },
      }),
    onDone,
    onCancel,
  })
  const fields = useMeanwhileFields(standingOf(seen), standingOf(user), draft)
  return (
    <FormSheet
      label={text.changeRole}
      submit={isLate ? text.saveAnyway : text.save}
      onSubmit={() => submit(standsSomewhere(draft))}
      {...sheet}
    >
      <h3>{text.changeRole}</h3>
      <p className="quiet">{text.changeRoleWhy}</p>
      {isLate && <ChangedMeanwhile title={text.meanwhile} changed={user.changed} fields={fields} />}
      <StandingFields value={draft} isTried={isTried} onChange={change} />
    </FormSheet>
  )
}

function standingOf({ role, scope, agency }: User): StandingDraft {
  return {
    role,
    province: scope.province?.code ?? '',
    county: scope.county?.code ?? '',
    agency: scope.agency?.code ?? '',
    bank: scope.bank?.code ?? '',
    employer: scope.agency === null ? (agency ?? '') : '',
  }
}

function useMeanwhileFields(seen: StandingDraft, now: StandingDraft, mine: StandingDraft): MeanwhileField[] {
  const text = useText(USERS_TEXT)
  const roles = useText(ROLE_TEXT)
  const language = useLanguage()
  const { provinces } = useSuspenseQuery(provincesQuery).data
  const { agencies } = useSuspenseQuery(agenciesQuery).data
  const hasBank = [seen, now, mine].some(({ bank }) => bank !== '')
  const banks = useQuery({ ...banksQuery, enabled: hasBank }).data?.banks ?? []
  const ofNow =
    useQuery({ ...countiesQuery(now.province), enabled: now.province !== '' }).data?.counties ?? []
  const ofMine =
    useQuery({ ...countiesQuery(mine.province), enabled: mine.province !== '' }).data?.counties ?? []
  const place = (all: Parameters<typeof namesByCode>[1]) => {
    const named = namesByCode(language, all)
    return (code: string) => (code === '' ? NO_FIGURE : named(code))
  }
  const words = {
    province: place(provinces),
    county: place([...ofNow, ...ofMine]),
    agency: place(agencies),
    bank: place(banks),
    employer: place(agencies),
  }
  const places = (['province', 'county', 'agency', 'bank', 'employer'] as const).map((name) => ({
    label: text[name],
    seen: words[name](seen[name]),
    now: words[name](now[name]),
    mine: words[name](mine[name]),
  }))
  return [
    { label: text.role, seen: roles[seen.role], now: roles[now.role], mine: roles[mine.role] },
    ...places,
  ]
}
