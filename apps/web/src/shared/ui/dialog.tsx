import { useEffect, useId, useRef, type ReactNode } from 'react'

type DialogProps = {
  title: string
  /** Escape, and whatever closes it from inside. */
  onClose: () => void
  /** The buttons, the one that goes on last. */
  acts?: ReactNode
  children: ReactNode
}

/** A question over the page, with the page behind it out of reach; the focus goes back to what opened it. */
export function Dialog({ title, onClose, acts, children }: DialogProps) {
  const id = useId()
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opened = box.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  return (
    <dialog
      ref={box}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      {acts !== undefined && <div className="dialog-acts">{acts}</div>}
    </dialog>
  )
}
