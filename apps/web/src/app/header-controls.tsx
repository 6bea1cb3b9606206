import { BgColorsOutlined, GlobalOutlined, UserOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useText } from '../shared/language.ts'
import { useMe } from '../shared/session.ts'
import { usePreferences } from './preferences.tsx'
import { SHELL_TEXT, THEME_TEXT } from './shell-text.ts'
import { THEME_CHOICES } from './theme.ts'

/** Language, colours and user. */
export function HeaderControls() {
  const text = useText(SHELL_TEXT)
  const themeNames = useText(THEME_TEXT)
  const me = useMe()
  const { language, chooseLanguage, themeChoice, chooseTheme } = usePreferences()
  const name = me.name ?? text.localOperator
  const other = language === 'fa' ? 'en' : 'fa'
  return (
    <div className="header-controls">
      <Button type="text" icon={<GlobalOutlined />} lang={other} onClick={() => chooseLanguage(other)}>
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
          icon={<BgColorsOutlined />}
          aria-label={`${text.theme}: ${themeNames[themeChoice]}`}
          aria-haspopup="menu"
        />
      </Dropdown>
      <Dropdown trigger={['click']} menu={{ items: [{ key: 'name', label: name, disabled: true }] }}>
        <Button type="text" icon={<UserOutlined />} aria-label={`${text.user}: ${name}`} aria-haspopup="menu">
          <span className="wide-only">{name}</span>
        </Button>
      </Dropdown>
    </div>
  )
}
