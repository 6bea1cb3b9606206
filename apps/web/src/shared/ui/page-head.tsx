import type { ReactNode } from 'react'
import { useText } from '../language.ts'
import { UI_TEXT } from './ui-text.ts'

/** The head of a page: its one title, what it says of itself, and what can be done with the whole of it. */
export function PageHead({
  title,
  about,
  actions,
}: {
  title: string
  about?: ReactNode
  actions?: ReactNode
}) {
  const text = useText(UI_TEXT)
  return (
    <div className="page-head">
      <title>{`${title} · ${text.product}`}</title>
      <div>
        <h1>{title}</h1>
        {about !== undefined && <p>{about}</p>}
      </div>
      {actions !== undefined && <div className="page-actions">{actions}</div>}
    </div>
  )
}
