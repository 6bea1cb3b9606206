import { useId, type ReactNode } from 'react'
import { ModalBox } from './modal-box.tsx'

type DialogProps = {
  title: string
  /** Escape, and whatever closes it from inside; without it the dialog stays until it is answered. */
  onClose?: () => void
  /** The buttons, the one that goes on last. */
  acts?: ReactNode
  /** Wide for a form of two columns, narrow for a question of one line. */
  size?: 'narrow' | 'wide'
  children?: ReactNode
}

/** A question over the page, with the page behind it out of reach. */
export function Dialog({ title, onClose, acts, size, children }: DialogProps) {
  const id = useId()
  return (
    <ModalBox className="dialog" data-size={size} aria-labelledby={id} onClose={onClose}>
      <div className="dialog-sheet">
        <h2 id={id}>{title}</h2>
        {children}
        {acts !== undefined && <div className="dialog-acts">{acts}</div>}
      </div>
    </ModalBox>
  )
}
