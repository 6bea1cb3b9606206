import type { ReactNode } from 'react'

/** A short word about a state, in a colour that says how good it is; the word alone says it too. */
export function Mark({
  tone,
  children,
}: {
  tone: 'good' | 'bad' | 'warning' | 'quiet'
  children: ReactNode
}) {
  return (
    <span className="mark" data-tone={tone}>
      {children}
    </span>
  )
}
