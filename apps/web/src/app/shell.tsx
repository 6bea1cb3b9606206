import { useSuspenseQuery } from '@tanstack/react-query'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useConnectionLost } from '../shared/connection.ts'
import { useText } from '../shared/language.ts'
import { LineIcon } from '../shared/ui/line-icon.tsx'
import { meQuery, SessionContext, sessionOf, useMe } from '../shared/session.ts'
import { AdministrationTabs } from './administration-tabs.tsx'
import { Brand } from './brand.tsx'
import { SIGN_IN_PATH } from './entrance.ts'
import { HeaderControls } from './header-controls.tsx'
import { LazyKit } from './lazy-kit.ts'
import { NavigationPanel } from './navigation-panel.tsx'
import { Navigation } from './navigation.tsx'
import { PlacePicker } from './place-picker.tsx'
import { PrintHead } from './print-head.tsx'
import { useSameUser } from './same-user.ts'
import { SessionEnded } from './session-ended.tsx'
import { SHELL_TEXT } from './shell-text.ts'
import { SignInFrame } from './sign-in-frame.tsx'
import { UserMenu } from './user-menu.tsx'

/** The frame around every page: of one that needs nobody a plain one, of the others navigation and header. */
export function Shell() {
  const isOutside = useRouterState({
    select: ({ matches }) => matches.some(({ routeId }) => routeId === SIGN_IN_PATH),
  })
  return isOutside ? <SignInFrame /> : <InsideShell />
}

function InsideShell() {
  const { data: me } = useSuspenseQuery(meQuery)
  const session = sessionOf(me)
  useSameUser(session.userName)
  return (
    <SessionContext value={session}>
      <Frame />
    </SessionContext>
  )
}

/** Says of everything on the page that it is synthetic. */
function DemonstrationMark() {
  const text = useText(SHELL_TEXT)
  return useMe().isDemonstration && <span className="demonstration-mark">{text.demonstration}</span>
}

function Frame() {
  const text = useText(SHELL_TEXT)
  const [isOpen, setIsOpen] = useState(false)
  const isLoading = useRouterState({ select: (state) => state.isLoading })
  const isLost = useConnectionLost()
  return (
    <div className="shell">
      <a className="skip-link" href="#page">
        {text.skip}
      </a>
      <aside className="shell-side">
        <Brand />
        <Navigation />
      </aside>
      <header className="shell-header">
        <button
          type="button"
          className="shell-menu quiet-button"
          aria-label={text.openNavigation}
          onClick={() => setIsOpen(true)}
        >
          <LineIcon name="lines" />
        </button>
        <PlacePicker />
        <DemonstrationMark />
        <HeaderControls />
        <UserMenu />
      </header>
      <div className="shell-progress" data-busy={isLoading} role="status">
        {isLoading && <span className="visually-hidden">{text.loading}</span>}
      </div>
      {isLost && (
        <div className="shell-lost" role="alert">
          {text.lost}
        </div>
      )}
      <main id="page" className="shell-page" tabIndex={-1}>
        <DemonstrationMark />
        <PrintHead />
        <AdministrationTabs />
        <Page />
      </main>
      <SessionEnded />
      {isOpen && <NavigationPanel onClose={() => setIsOpen(false)} />}
    </div>
  )
}

/** The page itself, on the ground of the kit where it needs one. */
function Page() {
  const isFirst = useRouterState({ select: ({ matches }) => matches.at(-1)?.routeId === '/' })
  if (isFirst) return <Outlet />
  return (
    <Suspense fallback={null}>
      <LazyKit>
        <Outlet />
      </LazyKit>
    </Suspense>
  )
}
