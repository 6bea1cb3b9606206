import { MenuOutlined } from '@ant-design/icons'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useConnectionLost } from '../shared/connection.ts'
import { useLanguage, useText } from '../shared/language.ts'
import { HeaderControls } from './header-controls.tsx'
import markUrl from './rasad.svg'
import { Navigation } from './navigation.tsx'
import { PlacePicker } from './place-picker.tsx'
import { SHELL_TEXT } from './shell-text.ts'

/** The frame around every page: navigation, header, and what must be known at any time. */
export function Shell() {
  const text = useText(SHELL_TEXT)
  const language = useLanguage()
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
        <Button
          className="shell-menu"
          type="text"
          icon={<MenuOutlined />}
          aria-label={text.openNavigation}
          onClick={() => setIsOpen(true)}
        />
        <PlacePicker />
        <HeaderControls />
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
        <Outlet />
      </main>
      <Drawer
        open={isOpen}
        onClose={() => setIsOpen(false)}
        placement={language === 'fa' ? 'right' : 'left'}
        size={264}
        title={text.product}
        rootClassName="shell-drawer"
      >
        <Navigation onChosen={() => setIsOpen(false)} />
      </Drawer>
    </div>
  )
}

function Brand() {
  const text = useText(SHELL_TEXT)
  return (
    <div className="brand">
      <img src={markUrl} alt="" width="34" height="34" />
      <div>
        <strong>{text.product}</strong>
        <span>{text.tagline}</span>
      </div>
    </div>
  )
}
