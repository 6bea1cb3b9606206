const DRAWN = {
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  bars: 'M4 20h16M7 20v-7M12 20V5M17 20v-11',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 14h3M13 17h3',
  bring: 'M14 4h6v16h-6M4 12h11M11 8l4 4-4 4',
  people:
    'M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11zM3 20c0-4 2.5-6.5 6-6.5s6 2.5 6 6.5M16 4.8a3 3 0 0 1 0 5.8M17.5 13.8c2.2.8 3.5 3 3.5 6.2',
  tick: 'M4 4h16v16H4zM8 12l3 3 5-6',
  look: 'M11 20H5V4h13v6M8 8h7M8 12h3M15.5 18.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM18 18l3 3',
  branch:
    'M6 9v6M6 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM6 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM18 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM18 15V9.5q0-3-3-3h-3M14.5 4l-2.5 2.5 2.5 2.5',
  gear: 'M12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2',
  lines: 'M4 6h16M4 12h16M4 18h16',
  person: 'M12 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20c0-4 3-6.5 7-6.5s7 2.5 7 6.5',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c-5 5-5 13 0 18 5-5 5-13 0-18z',
  halves: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 3v18M12 8l6-2.5M12 12h9M12 16l6 2.5',
  cross: 'M6 6l12 12M18 6L6 18',
  lock: 'M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3',
  tray: 'M4 13l3-8h10l3 8v6H4zM4 13h5l1 2.5h4l1-2.5h5',
  notice: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 8v5M12 16v.2',
} as const

/** A picture beside a word that says the same; drawn in the colour and size of the text. */
export function LineIcon({ name }: { name: keyof typeof DRAWN }) {
  return (
    <svg className="line-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={DRAWN[name]} />
    </svg>
  )
}
