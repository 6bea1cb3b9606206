import { geoIdentity, geoPath } from 'd3-geo'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { AnswerOf } from '@rasad/contracts/define-route'
import type { getOutlines } from '@rasad/contracts/places'
import type { KeyboardEvent } from 'react'

/** A county on the map: how it is called, how it is coloured, and where it leads. */
export type MapCounty = {
  code: string
  name: string
  share: string
  level: number | 'none'
  address: string
  about: string
}

type CountyOutlinesProps = {
  outlines: AnswerOf<typeof getOutlines>
  counties: readonly MapCounty[]
  entrance: string | undefined
  onFocus: (code: string) => void
  onMove: (event: KeyboardEvent, code: string) => void
}

const WIDTH = 640
const HEIGHT = 420
const MARGIN = 6
const NARROWING = Math.cos((33 * Math.PI) / 180)

/** The counties in their outlines. The ends of rings may run either way: the map is flat. */
export function CountyOutlines({ outlines, counties, entrance, onFocus, onMove }: CountyOutlinesProps) {
  const features = outlines.features.flatMap(({ properties, geometry }) =>
    isArea(geometry) ? [{ type: 'Feature' as const, properties, geometry: flattened(geometry) }] : [],
  )
  const projection = geoIdentity().fitExtent(
    [
      [MARGIN, MARGIN],
      [WIDTH - MARGIN, HEIGHT - MARGIN],
    ],
    { type: 'FeatureCollection', features },
  )
  const path = geoPath(projection)
  return (
    <svg className="outlines" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group">
      {features.map((feature) => {
        const { code } = feature.properties
        const county = counties.find((one) => one.code === code)
        if (county === undefined) return null
        const [x, y] = path.centroid(feature)
        return (
          <a
            key={code}
            data-county={code}
            href={county.address}
            tabIndex={code === entrance ? 0 : -1}
            aria-label={`${county.name} ${county.share}`}
            onFocus={() => onFocus(code)}
            onKeyDown={(event) => onMove(event, code)}
          >
            <title>{county.about}</title>
            <path d={path(feature) ?? ''} data-level={county.level} />
            <text x={x} y={y} data-level={county.level}>
              <tspan x={x}>{county.name}</tspan>
              <tspan x={x} dy="1.25em">
                {county.share}
              </tspan>
            </text>
          </a>
        )
      })}
    </svg>
  )
}

/** Degrees as they lie on paper around the middle of Iran: degrees of longitude are shorter, and north is up. */
function flattened(area: Polygon | MultiPolygon): Polygon | MultiPolygon {
  const rings = (all: Position[][]) =>
    all.map((ring) => ring.map(([longitude = 0, latitude = 0]) => [longitude * NARROWING, -latitude]))
  return area.type === 'Polygon'
    ? { ...area, coordinates: rings(area.coordinates) }
    : { ...area, coordinates: area.coordinates.map(rings) }
}

function isArea(geometry: { type: string }): geometry is Polygon | MultiPolygon {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
}
