import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import faIR from 'antd/locale/fa_IR'
import type { ReactNode } from 'react'
import { directionOf, type Language } from '../shared/language.ts'
import { antThemeOf } from './kit-theme.ts'
import { usePreferences } from './preferences.tsx'

const KIT_LOCALES: Record<Language, typeof faIR> = { fa: faIR, en: enUS }

// The server writes one nonce into each page; styles that are made later carry it.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

/** The parts of the kit inside in the language, direction and theme that this browser's user chose. */
export function KitGround({ children }: { children: ReactNode }) {
  const { language, theme, isVast } = usePreferences()
  return (
    <ConfigProvider
      csp={{ nonce }}
      direction={directionOf(language)}
      locale={KIT_LOCALES[language]}
      theme={antThemeOf(theme, isVast)}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}
