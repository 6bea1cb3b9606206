import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../language.ts'
import { UI_TEXT } from './ui-text.ts'

/** Copies a text; where the browser does not let pages copy, it is not shown. */
export function CopyButton({ text: copied }: { text: string }) {
  const text = useText(UI_TEXT)
  const [isDone, setIsDone] = useState(false)
  if (!window.isSecureContext) return null
  return (
    <Button
      size="small"
      icon={isDone ? <CheckOutlined /> : <CopyOutlined />}
      onClick={() => void navigator.clipboard.writeText(copied).then(() => setIsDone(true))}
    >
      {isDone ? text.copied : text.copy}
    </Button>
  )
}
