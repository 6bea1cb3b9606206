import { Button, type ButtonProps } from 'antd'
import { useState } from 'react'
import { useText } from '../language.ts'
import { Dialog } from './dialog.tsx'
import { UI_TEXT } from './ui-text.ts'

type ConfirmButtonProps = Omit<ButtonProps, 'onClick'> & {
  /** What will happen, as a question. */
  question: string
  onConfirm: () => void
}

/** A button whose act is asked about once more. */
export function ConfirmButton({ question, onConfirm, ...button }: ConfirmButtonProps) {
  const text = useText(UI_TEXT)
  const [isAsked, setIsAsked] = useState(false)
  const confirm = () => {
    setIsAsked(false)
    onConfirm()
  }
  return (
    <>
      <Button {...button} onClick={() => setIsAsked(true)} />
      {isAsked && (
        <Dialog
          title={question}
          size="narrow"
          onClose={() => setIsAsked(false)}
          acts={
            <>
              <Button onClick={() => setIsAsked(false)}>{text.no}</Button>
              <Button type="primary" danger={button.danger ?? false} onClick={confirm}>
                {text.yes}
              </Button>
            </>
          }
        />
      )}
    </>
  )
}
