import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { TODAY_TEXT } from './today-text.ts'

/** What the colours of the map stand for, in per cent. */
export function MapLegend({ scale }: { scale: readonly number[] }) {
  const text = useText(TODAY_TEXT)
  const { count } = useFormat()
  return (
    <ul className="map-legend" aria-label={text.legend}>
      {scale.map((from, index) => {
        const next = scale[index + 1]
        const first = index === 0 ? `${text.percentOf} ` : ''
        return (
          <li key={from} data-level={index}>
            {next === undefined
              ? `${count(from)} ${text.andMore}`
              : `${first}${count(from)} ${text.until} ${count(next)}`}
          </li>
        )
      })}
      <li data-level="none">{text.noShare}</li>
    </ul>
  )
}
