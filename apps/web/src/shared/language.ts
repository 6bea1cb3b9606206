import { LANGUAGES, type Language } from '@rasad/domain/imports/verdict-text'
import { createContext, use } from 'react'

export { LANGUAGES, type Language }

/** The language of the interface; Persian until somebody chooses otherwise. */
export const LanguageContext = createContext<Language>('fa')

/** The language in which this part of the page is written. */
export function useLanguage(): Language {
  return use(LanguageContext)
}

/** The texts of a feature in the language of the page. */
export function useText<Text>(texts: Record<Language, Text>): Text {
  return texts[use(LanguageContext)]
}

/** Which way a language runs. */
export function directionOf(language: Language): 'rtl' | 'ltr' {
  return language === 'fa' ? 'rtl' : 'ltr'
}
