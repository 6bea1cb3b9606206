import { useText } from '../shared/language.ts'
import { LineIcon } from '../shared/ui/line-icon.tsx'
import { MenuButton } from '../shared/ui/menu-button.tsx'
import { usePreferences } from './preferences.tsx'
import { SHELL_TEXT, THEME_TEXT } from './shell-text.ts'
import { THEME_CHOICES } from './theme.ts'

/** Language and colours. */
export function HeaderControls() {
  const text = useText(SHELL_TEXT)
  const themeNames = useText(THEME_TEXT)
  const { language, chooseLanguage, themeChoice, chooseTheme } = usePreferences()
  const other = language === 'fa' ? 'en' : 'fa'
  const items = THEME_CHOICES.map((choice) => ({
    key: choice,
    name: themeNames[choice],
    isChosen: choice === themeChoice,
    onChoose: () => chooseTheme(choice),
  }))
  return (
    <div className="header-controls">
      <button type="button" className="quiet-button" lang={other} onClick={() => chooseLanguage(other)}>
        <LineIcon name="globe" />
        <span className="wide-only">{text.otherLanguage}</span>
      </button>
      <MenuButton label={`${text.theme}: ${themeNames[themeChoice]}`} items={items}>
        <LineIcon name="halves" />
      </MenuButton>
    </div>
  )
}
