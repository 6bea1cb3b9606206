import type { ReactNode } from 'react'
import { useFormat } from '../fa.ts'
import { useText } from '../language.ts'
import { Count, type CountStyle, type Value } from './count.tsx'
import { UI_TEXT } from './ui-text.ts'

/** A published figure. */
type FigureValueProps = {
  value: Value
  /** Which truth it is. */
  truth: string
  /** The instant it holds for. */
  asOf: string
  as?: CountStyle
  about?: ReactNode
  tone?: 'committed' | 'registered' | 'verified'
  /** Where its passport is; the figure is then a link. */
  passport?: string
}

/** A figure that stands alone: its value, which truth it is, and the moment it holds for. */
export function FigureValue({ value, truth, asOf, as = 'count', about, tone, passport }: FigureValueProps) {
  const text = useText(UI_TEXT)
  const { moment } = useFormat()
  const number = <Count value={value} as={as} />
  return (
    <div className="figure-value" data-tone={tone}>
      <span className="figure-truth">{truth}</span>
      <span className="figure-number">
        {passport === undefined || typeof value !== 'number' ? (
          number
        ) : (
          <a className="figure-link" href={passport} title={text.passport}>
            {number}
          </a>
        )}
      </span>
      {about !== undefined && <span className="figure-about">{about}</span>}
      <span className="figure-as-of">
        {text.asOf} <time dateTime={asOf}>{moment(asOf)}</time>
      </span>
    </div>
  )
}
