import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useConnectionLost } from '../shared/connection.ts'
import { useText } from '../shared/language.ts'
import { Brand } from './brand.tsx'
import { HeaderControls } from './header-controls.tsx'
import { LazyKit } from './lazy-kit.ts'
import { SHELL_TEXT } from './shell-text.ts'

/** The frame of the sign-in: the mark, language and colours, and no part of the system. */
export function SignInFrame() {
  const text = useText(SHELL_TEXT)
  const isLost = useConnectionLost()
  return (
    <div className="sign-in-frame">
      <header>
        <Brand />
        <HeaderControls />
      </header>
      {isLost && (
        <div className="shell-lost" role="alert">
          {text.lost}
        </div>
      )}
      <main id="page">
        <Suspense fallback={null}>
          <LazyKit>
            <Outlet />
          </LazyKit>
        </Suspense>
      </main>
    </div>
  )
}
