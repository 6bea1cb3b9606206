import { theme as antTheme, type ThemeConfig } from 'antd'
import { PALETTES, type Theme } from './theme.ts'

// The kit derives its dark colours from these seeds; a danger button must stay legible after that.
const DANGER: Record<Theme, { dangerColor: string; colorError?: string }> = {
  light: { dangerColor: '#ffffff' },
  dark: { dangerColor: '#21100e', colorError: '#ff8f85' },
}

/** The colours and measures of Ant Design in a theme: dense, larger on a wall, and every text legible (WCAG AA). */
export function antThemeOf(theme: Theme, isVast: boolean): ThemeConfig {
  const palette = PALETTES[theme]
  return {
    algorithm: theme === 'dark' ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    token: {
      colorPrimary: palette.primary,
      colorInfo: palette.primary,
      colorSuccess: palette.good,
      colorSuccessBg: theme === 'dark' ? '#17301f' : '#e6f2ea',
      colorSuccessBorder: theme === 'dark' ? '#2c5a3d' : '#a9cdb6',
      colorLink: palette.link,
      colorLinkHover: palette.text,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorBgLayout: palette.ground,
      colorBorder: theme === 'dark' ? '#4c646a' : '#a9babf',
      colorBorderSecondary: palette.line,
      colorText: palette.text,
      colorTextSecondary: palette.quiet,
      colorTextDescription: palette.quiet,
      colorTextPlaceholder: palette.quiet,
      colorTextDisabled: palette.quiet,
      colorError: theme === 'dark' ? '#f0766c' : '#b3261e',
      fontFamily: 'inherit',
      fontSize: isVast ? 20 : 14,
      controlHeight: isVast ? 44 : 32,
      borderRadius: 6,
      // An animation of no time may end before the kit listens for its end, and a closed list then stays.
      motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: {
        ...DANGER[theme],
        defaultHoverColor: palette.link,
        defaultHoverBorderColor: palette.link,
        defaultActiveColor: palette.link,
        defaultActiveBorderColor: palette.link,
      },
      Segmented: {
        trackBg: palette.line,
        itemColor: palette.text,
        itemSelectedBg: palette.primary,
        itemSelectedColor: '#ffffff',
      },
    },
  }
}
