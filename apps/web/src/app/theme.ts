/** What a person may choose; «system» follows the device. */
export const THEME_CHOICES = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]
/** What is on screen. */
export type Theme = 'light' | 'dark'

type Palette = Record<
  | 'ground'
  | 'surface'
  | 'raised'
  | 'line'
  | 'text'
  | 'quiet'
  | 'primary'
  | 'link'
  | 'soft'
  | 'good'
  | 'bad'
  | 'warning'
  | 'nav'
  | 'nav-text'
  | 'nav-on'
  | 'committed'
  | 'registered'
  | 'verified',
  string
>

/** Every colour of a theme by what it is for. */
export const PALETTES: Record<Theme, Palette> = {
  light: {
    ground: '#f2f5f6',
    surface: '#ffffff',
    raised: '#eaf0f2',
    line: '#d5dfe2',
    text: '#12272c',
    quiet: '#4b6067',
    primary: '#0d5f70',
    link: '#0b5b6c',
    soft: '#dcedf0',
    good: '#1c6b3c',
    bad: '#a8281e',
    warning: '#7d5200',
    nav: '#0b3a44',
    'nav-text': '#d3e4e7',
    'nav-on': '#165663',
    committed: '#8aa0a6',
    registered: '#d39b2a',
    verified: '#0d7a8f',
  },
  dark: {
    ground: '#0e1719',
    surface: '#152225',
    raised: '#1d2d31',
    line: '#2e4247',
    text: '#e4edee',
    quiet: '#a5b8bc',
    primary: '#1b7a8d',
    link: '#74cbdb',
    soft: '#17363c',
    good: '#6fcf97',
    bad: '#ff8f85',
    warning: '#f0c05a',
    nav: '#0a2228',
    'nav-text': '#c9dadd',
    'nav-on': '#164650',
    committed: '#7f969c',
    registered: '#e0b04f',
    verified: '#3fb2c6',
  },
}

/** Puts the colours of a theme where our own style sheets read them. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement
  root.dataset['theme'] = theme
  root.style.colorScheme = theme
  for (const [name, colour] of Object.entries(PALETTES[theme])) root.style.setProperty(`--${name}`, colour)
}
