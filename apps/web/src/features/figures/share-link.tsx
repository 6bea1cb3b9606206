import { CheckOutlined, LinkOutlined } from '@ant-design/icons'
import { useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../shared/language.ts'
import { UI_TEXT } from '../../shared/ui/ui-text.ts'
import type { Column } from './columns.ts'
import { FIGURES_TEXT } from './figures-text.ts'

/** Copies the address of the page, its columns with it; where the browser lets no page copy, it is not shown. */
export function ShareLink({ columns }: { columns: readonly Column[] }) {
  const text = useText(FIGURES_TEXT)
  const { copied } = useText(UI_TEXT)
  const address = useRouterState({ select: ({ location }) => location.href })
  const [done, setDone] = useState<string | null>(null)
  if (!window.isSecureContext) return null
  const copy = async () => {
    const shared = new URL(address, location.origin)
    shared.searchParams.set('columns', columns.join(','))
    await navigator.clipboard.writeText(shared.href)
    setDone(address)
  }
  const isDone = done === address
  return (
    <Button
      icon={isDone ? <CheckOutlined /> : <LinkOutlined />}
      title={text.shareWhy}
      onClick={() => void copy()}
    >
      {isDone ? copied : text.share}
    </Button>
  )
}
