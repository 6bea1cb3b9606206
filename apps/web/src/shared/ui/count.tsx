import { NO_FIGURE, useFormat } from '../fa.ts'
import { useText } from '../language.ts'
import { LineIcon } from './line-icon.tsx'
import { UI_TEXT } from './ui-text.ts'

/** A number to show; null where there is none, «denied» where it may not be seen. Zero is a number like any other. */
export type Value = number | null | 'denied'

/** How a number is written. */
export type CountStyle = 'count' | 'signed' | 'percent'

/** One number in a line or a cell: zero, nothing (and why) and not-allowed look and sound different. */
export function Count({ value, as = 'count', why }: { value: Value; as?: CountStyle; why?: string }) {
  const text = useText(UI_TEXT)
  const format = useFormat()
  if (value === 'denied') {
    return (
      <span className="count" data-kind="denied" title={text.denied}>
        <LineIcon name="lock" />
        <span className="visually-hidden">{text.denied}</span>
      </span>
    )
  }
  if (value === null) {
    return (
      <span className="count" data-kind="nothing" title={why ?? text.nothing}>
        <span aria-hidden="true">{NO_FIGURE}</span>
        <span className="visually-hidden">{why ?? text.nothing}</span>
      </span>
    )
  }
  const kind = value === 0 ? 'zero' : value < 0 ? 'negative' : 'positive'
  return (
    <span className="count" data-kind={kind}>
      {format[as](value)}
    </span>
  )
}
