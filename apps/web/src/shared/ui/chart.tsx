import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react'
import { useText } from '../language.ts'
import type { ChartSeries } from './chart-drawing.tsx'
import { UI_TEXT } from './ui-text.ts'

const ChartDrawing = lazy(async () => ({ default: (await import('./chart-drawing.tsx')).ChartDrawing }))

/** The letters that heights are given for, in pixels; on a wall they are larger. */
const PLAIN_LETTER = 14
// By then everything else has come, and a page that is printed has its charts.
const IDLE_MS = 4000

/** A chart of a few series over the same categories. */
type ChartProps = {
  title: string
  /** What the categories are. */
  corner: string
  kind: 'bar' | 'line'
  categories: readonly string[]
  series: readonly ChartSeries[]
  write: (value: number | null) => string
  height?: number
  note?: ReactNode
}

/** A chart that is fetched when it is needed, with the same numbers as a table for those who do not see it. */
export function Chart({ title, corner, kind, categories, series, write, height = 320, note }: ChartProps) {
  const text = useText(UI_TEXT)
  const { box, isNear } = useNear()
  const wait = <span className="chart-wait">{text.drawing}</span>
  return (
    <figure className="chart">
      <figcaption>
        {title}
        {note !== undefined && <small>{note}</small>}
      </figcaption>
      <ul className="chart-legend" aria-hidden="true">
        {series.map(({ name, tone }) => (
          <li key={name} data-tone={tone}>
            {name}
          </li>
        ))}
      </ul>
      <div
        ref={box}
        dir="ltr"
        aria-hidden="true"
        className="chart-box"
        style={{ blockSize: `${height / PLAIN_LETTER}rem` }}
      >
        <Suspense fallback={wait}>
          {isNear ? <ChartDrawing kind={kind} categories={categories} series={series} write={write} /> : wait}
        </Suspense>
      </div>
      <div className="visually-hidden">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {categories.map((category, index) => (
              <tr key={category}>
                <th scope="row">{category}</th>
                {series.map(({ name, values }) => (
                  <td key={name}>{write(values[index] ?? null)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}

/** Whether a part of the page has come near what is in view, or nothing else is to be done; once it is, it stays so. */
function useNear() {
  const box = useRef<HTMLDivElement>(null)
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    if (box.current === null) return
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        watcher.disconnect()
        setIsNear(true)
      },
      { rootMargin: '200px' },
    )
    watcher.observe(box.current)
    const later = setTimeout(() => setIsNear(true), IDLE_MS)
    return () => {
      watcher.disconnect()
      clearTimeout(later)
    }
  }, [])
  return { box, isNear }
}
