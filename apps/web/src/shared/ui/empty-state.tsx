import type { ReactNode } from 'react'
import { LineIcon } from './line-icon.tsx'

/** What stands where there is nothing to show: why, and what to do about it. */
export function EmptyState({ title, about, action }: { title: string; about?: string; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <LineIcon name="tray" />
      <p className="empty-title">{title}</p>
      {about !== undefined && <p>{about}</p>}
      {action}
    </div>
  )
}
