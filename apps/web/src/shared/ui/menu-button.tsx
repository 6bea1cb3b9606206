import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

/** One thing that a menu offers; of a choice, whether it is the chosen one. */
export type MenuItem = { key: string; name: string; isChosen?: boolean; onChoose: () => void }

type MenuButtonProps = {
  /** What the button is called, where what stands on it does not say it all. */
  label: string
  className?: string
  items: readonly MenuItem[]
  children: ReactNode
}

const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

/** A button with a menu below it: the arrows go through it, Escape or going elsewhere closes it. */
export function MenuButton({ label, className = '', items, children }: MenuButtonProps) {
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const offered = () => [...(box.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])]
  const close = () => {
    setIsOpen(false)
    opener.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && !isOpen) {
      event.preventDefault()
      setIsOpen(true)
      return
    }
    if (!isOpen) return
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
      return
    }
    const move = MOVES[event.key]
    if (move === undefined) return
    event.preventDefault()
    const all = offered()
    const at = all.findIndex((one) => one === document.activeElement)
    all[move(at, all.length)]?.focus()
  }
  return (
    <div
      ref={box}
      className="menu-box"
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setIsOpen(false)
      }}
    >
      <button
        ref={opener}
        type="button"
        className={`quiet-button ${className}`}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {children}
      </button>
      {isOpen && (
        <ul id={id} role="menu" aria-label={label} className="menu">
          {items.map(({ key, name, isChosen, onChoose }, index) => (
            <li key={key} role="none">
              <button
                type="button"
                data-item
                tabIndex={-1}
                role={isChosen === undefined ? 'menuitem' : 'menuitemradio'}
                {...(isChosen !== undefined && { 'aria-checked': isChosen })}
                ref={index === 0 ? takeFocus : null}
                onClick={() => {
                  close()
                  onChoose()
                }}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function takeFocus(item: HTMLElement | null): void {
  item?.focus()
}
