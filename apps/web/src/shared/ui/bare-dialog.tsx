import {
  useCallback,
  useEffect,
  useState,
  type DialogHTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { createPortal } from 'react-dom'

/** A box over the page: an element of the browser, and what may close it. */
export type BareDialogProps = Omit<
  DialogHTMLAttributes<HTMLDialogElement>,
  'open' | 'onCancel' | 'onClose' | 'children'
> & {
  /** Escape; without it nothing but its own content closes the box. */
  onClose?: (() => void) | undefined
  /** What stands in it once it is open. */
  children: (box: HTMLDialogElement) => ReactNode
}

const FIRST = 'form :is(input, textarea, select):not(:disabled), button:not(:disabled), a[href]'

/** The browser's own `<dialog>` over the page, which is out of reach while it stands; the focus goes back to what opened it. */
export function BareDialog({ onClose, children, ...box }: BareDialogProps) {
  const [shown, setShown] = useState<HTMLDialogElement | null>(null)
  // What stands in it is drawn once it is open: nothing takes the focus in a closed box.
  const show = useCallback((dialog: HTMLDialogElement) => {
    const opener = document.activeElement
    dialog.showModal()
    setShown(dialog)
    return () => {
      dialog.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
      queueMicrotask(keepFocusOnPage)
    }
  }, [])
  useEffect(() => {
    if (document.activeElement === shown) shown?.querySelector<HTMLElement>(FIRST)?.focus()
  }, [shown])
  return createPortal(
    <dialog
      {...box}
      ref={show}
      onKeyDownCapture={keepForLists}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose?.()
      }}
      onClose={(event) => {
        // The browser closes at a second Escape without asking.
        if (event.target !== event.currentTarget || event.currentTarget.open) return
        if (onClose) onClose()
        else event.currentTarget.showModal()
      }}
    >
      {shown !== null && children(shown)}
    </dialog>,
    document.body,
  )
}

// What opened the box may be gone with it, such as the acts on a selection that is empty by now.
function keepFocusOnPage(): void {
  if (document.activeElement === document.body) document.querySelector('main')?.focus({ preventScroll: true })
}

// Escape in an open list closes the list alone.
function keepForLists(event: KeyboardEvent): void {
  const at = event.target
  if (event.key !== 'Escape' || !(at instanceof Element)) return
  if (at.getAttribute('aria-expanded') === 'true') event.preventDefault()
}
