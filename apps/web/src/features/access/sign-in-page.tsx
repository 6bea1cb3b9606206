import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useState } from 'react'
import type { Me } from '@rasad/contracts/access'
import { useText } from '../../shared/language.ts'
import { meQuery } from '../../shared/session.ts'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { signInOptionsQuery } from './access-query.ts'
import { DemonstrationUsers } from './demonstration-users.tsx'
import type { Filled } from './password-step.tsx'
import { SignInSteps } from './sign-in-steps.tsx'
import { SIGN_IN_TEXT } from './sign-in-text.ts'
import './access.css'

const NOTHING: Filled = { userName: '', password: '' }

/** Where somebody signs in; they then come to where they wanted to go. */
export function SignInPage() {
  const text = useText(SIGN_IN_TEXT)
  const { back, refused } = useSearch({ from: '/sign-in' })
  const queries = useQueryClient()
  const router = useRouter()
  const { demonstration } = useSuspenseQuery(signInOptionsQuery).data
  const [filled, setFilled] = useState(NOTHING)
  const begun = queries.getQueryData<Me>(meQuery.queryKey)?.state ?? 'signed-in'
  const goIn = () => {
    queries.clear()
    router.history.push(back ?? '/')
  }
  return (
    <div className="sign-in" data-demonstration={demonstration !== null}>
      <div className="card sign-in-card">
        <PageHead title={text.title} about={text.about} />
        {refused !== undefined && (
          <Alert
            role="alert"
            showIcon
            type="warning"
            title={refused === 'oidc' ? text.refusedByProvider : text.brokenOff}
            description={refused === 'oidc' ? text.refusedByProviderWhy : text.brokenOffWhy}
          />
        )}
        <SignInSteps
          key={filled.userName}
          first={filled.userName === '' && begun !== 'signed-in' ? begun : 'name-and-password'}
          filled={filled}
          onDone={goIn}
        />
        <p className="sign-in-help">{text.noAccount}</p>
      </div>
      {demonstration !== null && (
        <DemonstrationUsers
          users={demonstration}
          chosen={filled.userName}
          onChosen={({ userName, password }) => setFilled({ userName, password })}
        />
      )}
    </div>
  )
}
