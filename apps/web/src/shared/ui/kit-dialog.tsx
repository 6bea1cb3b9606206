import { Modal, type ModalProps } from 'antd'
import { useEffect, useState } from 'react'

type DialogProps = Omit<ModalProps, 'open' | 'getContainer' | 'onCancel'> & { onClose: () => void }

/** A dialog above the page; it takes the focus, keeps it, and gives it back. */
export function KitDialog({ onClose, ...props }: DialogProps) {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    },
    [opener],
  )
  return <Modal {...props} open getContainer={dialogPlace} onCancel={onClose} />
}

// For dialogs that stand directly in the body the kit writes a style without a nonce, which the content policy refuses.
function dialogPlace(): HTMLElement {
  const there = document.querySelector<HTMLElement>('#dialogs')
  if (there !== null) return there
  const made = document.createElement('div')
  made.id = 'dialogs'
  document.body.append(made)
  return made
}
