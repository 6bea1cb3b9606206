import type { FigureTable } from '@rasad/contracts/figures'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { figuresAddress } from '../../shared/figure-queries.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { nameOf } from '../../shared/places.ts'
import { PART_TEXT } from '@rasad/domain/figures/figure-text'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import type { MapCounty } from './county-outlines.tsx'
import { CountyTiles } from './county-tiles.tsx'
import { MapLegend } from './map-legend.tsx'
import { levelOf, scaleOf, tileTowards } from './share-level.ts'
import { mapQuery, outlinesQuery, type Place } from './today-query.ts'
import { TODAY_TEXT } from './today-text.ts'

const CountyOutlines = lazy(async () => ({
  default: (await import('./county-outlines.tsx')).CountyOutlines,
}))
const ARROWS: Readonly<Record<string, { columns: number; rows: number }>> = {
  ArrowUp: { columns: 0, rows: -1 },
  ArrowDown: { columns: 0, rows: 1 },
  ArrowLeft: { columns: -1, rows: 0 },
  ArrowRight: { columns: 1, rows: 0 },
}

/** The counties coloured by achievement, as outlines where the operator has loaded them; each opens its breakdown. */
export function CountyMap({ place, figures }: { place: Place; figures: FigureTable }) {
  const text = useText(TODAY_TEXT)
  const { moment } = useFormat()
  const { data: map, error } = useQuery(mapQuery(place.province))
  const state = map?.outlines ?? null
  const { data: outlines } = useQuery({
    ...outlinesQuery(place.province, state ?? ''),
    enabled: state !== null,
  })
  const { counties, scale } = useMapCounties(place, figures, map?.counties ?? [])
  const tiles = counties.flatMap(({ tile, ...county }) => (tile === null ? [] : [{ ...county, ...tile }]))
  const shapes = new Set(outlines?.features.map(({ properties }) => properties.code))
  const isOutlined = counties.some(({ code }) => shapes.has(code))
  const drawn = isOutlined ? shapes : new Set(tiles.map(({ code }) => code))
  const others = counties.filter(({ code }) => !drawn.has(code))
  const { entrance, box, enter, move, open } = useArrows(tiles.filter(({ code }) => drawn.has(code)))
  if (error !== null) return <ProblemAlert error={error} />
  if (map === undefined || (state !== null && outlines === undefined)) return null
  // A county alone says nothing that the figures above do not.
  if (figures.rows.length <= 1) return null
  const parts = { entrance, onFocus: enter, onMove: move }
  return (
    <section className="card county-map" aria-labelledby="county-map">
      <h2 id="county-map">{text.map}</h2>
      <p className="today-note">
        {`${text.mapNote} · `}
        <span className="map-keys no-print">{`${text.mapKeys} · `}</span>
        <time dateTime={figures.asOf}>{moment(figures.asOf)}</time>
      </p>
      <div ref={box} onClick={open}>
        {outlines === undefined || !isOutlined ? (
          <CountyTiles tiles={tiles} {...parts} />
        ) : (
          <Suspense>
            <CountyOutlines outlines={outlines} counties={counties} {...parts} />
          </Suspense>
        )}
        {others.length > 0 && (
          <p className="today-note">
            {others.map(({ code, name, share, address }) => (
              <a key={code} className="map-other" data-county={code} href={address}>
                {`${name} ${share}`}
              </a>
            ))}
          </p>
        )}
      </div>
      <MapLegend scale={scale} />
    </section>
  )
}

type Known = { code: string; nameFa: string; nameEn: string; tile: { column: number; row: number } | null }

function useMapCounties(
  place: Place,
  figures: FigureTable,
  known: readonly Known[],
): { counties: (MapCounty & Pick<Known, 'tile'>)[]; scale: readonly number[] } {
  const parts = useText(PART_TEXT)
  const language = useLanguage()
  const { percent, count } = useFormat()
  const byCode = new Map(figures.rows.map((row) => [row.county, row]))
  const scale = scaleOf(figures.rows.flatMap(({ verifiedOfCommitted: share }) => share ?? []))
  const counties = known.map(({ code, tile, ...names }) => {
    const figure = byCode.get(code)
    const share = figure?.verifiedOfCommitted ?? null
    return {
      code,
      tile,
      name: nameOf(language, names),
      share: percent(share),
      level: levelOf(share, scale) ?? ('none' as const),
      address: figuresAddress({ ...place, by: 'agency', county: code }),
      about: `${parts.verified} ${count(figure?.verified ?? 0)} · ${parts.committed} ${count(figure?.committed ?? null)}`,
    }
  })
  return { counties, scale }
}

/** One county is reached by the tabulator, the others from there by the arrows. */
function useArrows(tiles: readonly { code: string; column: number; row: number }[]) {
  const router = useRouter()
  const box = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const entrance = focused ?? tiles[0]?.code
  const move = (event: KeyboardEvent, code: string) => {
    const step = ARROWS[event.key]
    const from = tiles.find((tile) => tile.code === code)
    const to = step && from && tileTowards(tiles, from, step)
    if (to === undefined) return
    event.preventDefault()
    box.current?.querySelector<SVGElement | HTMLElement>(`[data-county="${to.code}"]`)?.focus()
  }
  const open = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-county]') : null
    const address = link?.getAttribute('href')
    if (address === null || address === undefined) return
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    router.history.push(address)
  }
  return { box, entrance, enter: setFocused, move, open }
}
