import '@fontsource-variable/vazirmatn/wght.css'
import '../shared/ui/ui.css'
import '../shared/ui/print.css'
import './shell.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import faIR from 'antd/locale/fa_IR'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { directionOf, type Language } from '../shared/language.ts'
import { preparePrinting } from '../shared/ui/printing.ts'
import { PreferencesProvider, usePreferences } from './preferences.tsx'
import { openQueries } from './queries.ts'
import { openRouter } from './routes.tsx'
import { antThemeOf } from './theme.ts'

const KIT_LOCALES: Record<Language, typeof faIR> = { fa: faIR, en: enUS }

const queries = openQueries()
const router = openRouter(queries)
// The server writes one nonce into each page; styles that are made later carry it.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

function Rasad() {
  const { language, theme } = usePreferences()
  return (
    <ConfigProvider
      csp={{ nonce }}
      direction={directionOf(language)}
      locale={KIT_LOCALES[language]}
      theme={antThemeOf(theme)}
      button={{ autoInsertSpace: false }}
    >
      <RouterProvider router={router} />
    </ConfigProvider>
  )
}

// The pages that most begin with come while it is still being found out who asks.
if (window.location.pathname === '/') void import('../features/today/today-page.tsx')
if (window.location.pathname === '/figures') void import('../features/figures/figures-page.tsx')
preparePrinting()
const root = document.querySelector('#root')
if (root === null) throw new Error('no element to draw in')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <PreferencesProvider>
        <Rasad />
      </PreferencesProvider>
    </QueryClientProvider>
  </StrictMode>,
)
