import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useState } from 'react'
import { useLanguage, useText } from '../../shared/language.ts'
import { ROLE_TEXT } from '../../shared/role-text.ts'
import { useScopeWords } from '../../shared/scope-words.ts'
import { meQuery, useMe, type Session } from '../../shared/session.ts'
import { Code } from '../../shared/ui/code.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { ACCOUNT_TEXT } from './account-text.ts'
import { NewPasswordForm } from './new-password-form.tsx'
import { RenewBackupCodes } from './renew-backup-codes.tsx'
import { SecondFactorSetUp } from './second-factor-set-up.tsx'
import { SessionList } from './session-list.tsx'
import './access.css'

/** The own account: who one is, password, second factor, and where one is signed in. */
export function AccountPage() {
  const text = useText(ACCOUNT_TEXT)
  const me = useMe()
  return (
    <>
      <PageHead title={text.title} />
      {me.role === null ? (
        <EmptyState
          title={text.noAccount}
          about={text.noAccountWhy}
          action={<Link to="/administration/users">{text.toUsers}</Link>}
        />
      ) : (
        <div className="account">
          <Who me={me} role={me.role} />
          <PasswordCard />
          <SecondFactorCard secondFactor={me.secondFactor} />
          <div className="wide">
            <SessionList />
          </div>
        </div>
      )}
    </>
  )
}

function Who({ me, role }: { me: Session; role: NonNullable<Session['role']> }) {
  const text = useText(ACCOUNT_TEXT)
  const language = useLanguage()
  const scopeWords = useScopeWords()
  const roles = useText(ROLE_TEXT)
  return (
    <section className="card" aria-labelledby="account-who">
      <h2 id="account-who">{text.who}</h2>
      <dl className="facts">
        <dt>{text.name}</dt>
        <dd>{me.name}</dd>
        <dt>{text.userName}</dt>
        <dd>
          <Code>{me.userName ?? ''}</Code>
        </dd>
        <dt>{text.role}</dt>
        <dd>{roles[role]}</dd>
        <dt>{text.scope}</dt>
        <dd>{scopeWords(me.scope)}</dd>
        {me.agency !== null && (
          <>
            <dt>{text.employer}</dt>
            <dd>
              {language === 'fa' ? me.agency.name : me.agency.nameEn}
              <small>{text.employerWhy}</small>
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

function PasswordCard() {
  const text = useText(ACCOUNT_TEXT)
  const [isChanged, setIsChanged] = useState(false)
  return (
    <section className="card" aria-labelledby="account-password">
      <h2 id="account-password">{text.password}</h2>
      {isChanged && <Alert role="status" showIcon type="success" title={text.changed} />}
      <NewPasswordForm
        onChanged={() => {
          setIsChanged(true)
        }}
      />
    </section>
  )
}

function SecondFactorCard({ secondFactor: { on } }: { secondFactor: Session['secondFactor'] }) {
  const text = useText(ACCOUNT_TEXT)
  const queries = useQueryClient()
  return (
    <section className="card" aria-labelledby="account-second-factor">
      <h2 id="account-second-factor">{text.secondFactor}</h2>
      <Alert
        showIcon
        type={on ? 'success' : 'info'}
        title={on ? text.on : text.off}
        description={on ? text.onWhy : text.offWhy}
      />
      {on ? (
        <div className="card-part">
          <RenewBackupCodes />
        </div>
      ) : (
        <div className="card-part">
          <SecondFactorSetUp
            onOn={() => {
              void queries.invalidateQueries({ queryKey: meQuery.queryKey })
            }}
          />
        </div>
      )}
    </section>
  )
}
