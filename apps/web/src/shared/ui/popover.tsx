import { useEffect, useRef, type ReactNode, type RefObject } from 'react'

type PopoverProps = {
  isOpen: boolean
  label: string
  /** What opened it: gets the focus back on Escape. */
  opener: RefObject<HTMLElement | null>
  onClose: () => void
  children: ReactNode
}

/** A small dialog beside what opened it; Escape, a press outside or moving on closes it. */
export function Popover({ isOpen, label, opener, onClose, children }: PopoverProps) {
  const box = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    if (!isOpen) return
    const pressed = (event: PointerEvent) => {
      const at = event.target
      if (!(at instanceof Node) || box.current?.contains(at) || opener.current?.contains(at)) return
      close.current()
    }
    document.addEventListener('pointerdown', pressed)
    return () => document.removeEventListener('pointerdown', pressed)
  }, [isOpen, opener])
  if (!isOpen) return null
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={label}
      className="popover"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
        opener.current?.focus()
      }}
      onBlur={(event) => {
        const next = event.relatedTarget
        if (next !== null && !event.currentTarget.contains(next) && next !== opener.current) onClose()
      }}
    >
      {children}
    </div>
  )
}
