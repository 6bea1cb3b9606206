import { BgColorsOutlined, GlobalOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useText } from '../shared/language.ts'
import { usePreferences } from './preferences.tsx'
import { SHELL_TEXT, THEME_TEXT } from './shell-text.ts'
import { THEME_CHOICES } from './theme.ts'

/** Language and colours. */
export function HeaderControls() {
  const text = useText(SHELL_TEXT)
  const themeNames = useText(THEME_TEXT)
  const { language, chooseLanguage, themeChoice, chooseTheme } = usePreferences()
  const other = language === 'fa' ? 'en' : 'fa'
  return (
    <div className="header-controls">
      <Button
        type="text"
        icon={<GlobalOutlined aria-hidden="true" />}
        lang={other}
        onClick={() => chooseLanguage(other)}
      >
        <span className="wide-only">{text.otherLanguage}</span>
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          selectable: true,
          selectedKeys: [themeChoice],
          items: THEME_CHOICES.map((choice) => ({
            key: choice,
            label: themeNames[choice],
            onClick: () => chooseTheme(choice),
          })),
        }}
      >
        <Button
          type="text"
          icon={<BgColorsOutlined aria-hidden="true" />}
          aria-label={`${text.theme}: ${themeNames[themeChoice]}`}
          aria-haspopup="menu"
        />
      </Dropdown>
    </div>
  )
}
