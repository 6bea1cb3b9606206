import { Button, Popconfirm, type ButtonProps } from 'antd'
import { useText } from '../language.ts'
import { UI_TEXT } from './ui-text.ts'

type ConfirmButtonProps = Omit<ButtonProps, 'onClick'> & {
  /** What will happen, as a question. */
  question: string
  onConfirm: () => void
}

/** A button whose act is asked about once more. */
export function ConfirmButton({ question, onConfirm, ...button }: ConfirmButtonProps) {
  const text = useText(UI_TEXT)
  return (
    <Popconfirm
      title={question}
      okText={text.yes}
      cancelText={text.no}
      onConfirm={onConfirm}
      {...(button.danger && { okButtonProps: { danger: true } })}
    >
      <Button {...button} />
    </Popconfirm>
  )
}
