import { createContext, use, useEffect, useLayoutEffect, useState, type ReactNode } from 'react'
import { directionOf, LANGUAGES, LanguageContext, type Language } from '../shared/language.ts'
import { usePrintedAt } from '../shared/ui/printing.ts'
import { applyTheme, THEME_CHOICES, type Theme, type ThemeChoice } from './theme.ts'

/** What this browser remembers of its user. */
export type Preferences = {
  language: Language
  themeChoice: ThemeChoice
  theme: Theme
  /** Whether the screen is one that is read from afar. */
  isVast: boolean
  chooseLanguage: (language: Language) => void
  chooseTheme: (choice: ThemeChoice) => void
}

const PreferencesContext = createContext<Preferences | null>(null)
const DARK = window.matchMedia('(prefers-color-scheme: dark)')
// The same width as in shell.css.
const VAST = window.matchMedia('(min-width: 3000px)')

/** Language and theme, remembered, and applied to the whole document; paper is light. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [language, chooseLanguage] = useRemembered('rasad.language', LANGUAGES, 'fa')
  const [themeChoice, chooseTheme] = useRemembered('rasad.theme', THEME_CHOICES, 'system')
  const isDark = useMedia(DARK)
  const isVast = useMedia(VAST)
  const isPrinting = usePrintedAt() !== null
  const chosen = themeChoice === 'system' ? (isDark ? 'dark' : 'light') : themeChoice
  const theme = isPrinting ? 'light' : chosen

  useLayoutEffect(() => applyTheme(theme), [theme])
  useLayoutEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
  }, [language])

  return (
    <PreferencesContext value={{ language, themeChoice, theme, isVast, chooseLanguage, chooseTheme }}>
      <LanguageContext value={language}>{children}</LanguageContext>
    </PreferencesContext>
  )
}

/** Language and theme, and how to choose others. */
export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext)
  if (preferences === null) throw new Error('outside PreferencesProvider')
  return preferences
}

function useRemembered<Choice extends string>(
  key: string,
  choices: readonly Choice[],
  first: Choice,
): [Choice, (choice: Choice) => void] {
  const [choice, setChoice] = useState(
    () => choices.find((known) => known === localStorage.getItem(key)) ?? first,
  )
  const choose = (chosen: Choice) => {
    localStorage.setItem(key, chosen)
    setChoice(chosen)
  }
  return [choice, choose]
}

function useMedia(media: MediaQueryList): boolean {
  const [matches, setMatches] = useState(media.matches)
  useEffect(() => {
    const note = () => setMatches(media.matches)
    media.addEventListener('change', note)
    return () => media.removeEventListener('change', note)
  }, [media])
  return matches
}
