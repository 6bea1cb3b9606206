import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { Count, type CountStyle, type Value } from '../../shared/ui/count.tsx'

type FigureLinkProps = {
  value: Value
  as?: CountStyle
  /** Where its passport is. */
  address: string
  /** One figure of a table is reached by the tabulator, the others from there by the arrows. */
  isEntrance?: boolean
  isOpen?: boolean
  /** Whose figure it is, for those who do not see the table around it. */
  label?: string
}

/** A figure in a table that leads to its passport. */
export function FigureLink({
  value,
  as = 'count',
  address,
  isEntrance = false,
  isOpen = false,
  label,
}: FigureLinkProps) {
  if (typeof value !== 'number') return <Count value={value} as={as} />
  return (
    <a
      className="figure-link"
      href={address}
      tabIndex={isEntrance ? 0 : -1}
      aria-current={isOpen ? 'true' : undefined}
      title={label}
    >
      <Count value={value} as={as} />
    </a>
  )
}

/** Lets the arrows go from figure to figure, and opens passports without fetching the page anew. */
export function FigureLinks({
  onOpen,
  children,
}: {
  onOpen: (address: string) => void
  children: ReactNode
}) {
  return (
    <div className="figure-links" onClick={(event) => openHere(event, onOpen)} onKeyDown={moveAmong}>
      {children}
    </div>
  )
}

function openHere(event: MouseEvent, onOpen: (address: string) => void): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.figure-link') : null
  if (link === null) return
  event.preventDefault()
  onOpen(link.getAttribute('href') ?? '')
}

// What the arrows go between.
const REACHED = 'a.figure-link, button.remark'

const STEPS: Readonly<Record<string, { rows: number; columns: number }>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
}

function moveAmong(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key]
  const at = event.target instanceof Element ? event.target.closest(REACHED) : null
  const cell = at?.closest('td')
  const row = cell?.closest('tr')
  if (step === undefined || !at || !cell || !row) return
  event.preventDefault()
  const isMirrored = getComputedStyle(row).direction === 'rtl'
  const onward = isMirrored ? -step.columns : step.columns
  const rows = [...event.currentTarget.querySelectorAll('tr')]
  const place = [...row.children].indexOf(cell)
  for (
    let rowAt = rows.indexOf(row) + step.rows, columnAt = place + onward;
    rowAt >= 0 && rowAt < rows.length && columnAt >= 0 && columnAt < row.children.length;
    rowAt += step.rows, columnAt += onward
  ) {
    const links = rows[rowAt]?.children[columnAt]?.querySelectorAll<HTMLElement>(REACHED)
    const same = [...(links ?? [])][[...cell.querySelectorAll(REACHED)].indexOf(at)] ?? links?.[0]
    if (same === undefined) continue
    same.focus()
    return
  }
}
