import { InboxOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'

/** What stands where there is nothing to show: why, and what to do about it. */
export function EmptyState({ title, about, action }: { title: string; about?: string; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <InboxOutlined aria-hidden="true" />
      <p className="empty-title">{title}</p>
      {about !== undefined && <p>{about}</p>}
      {action}
    </div>
  )
}
