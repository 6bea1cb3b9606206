import type { KeyboardEvent } from 'react'
import type { MapCounty } from './county-outlines.tsx'

/** A tile of the map: a county, and where it stands among the others. */
export type Tile = MapCounty & { column: number; row: number }

type CountyTilesProps = {
  tiles: readonly Tile[]
  entrance: string | undefined
  onFocus: (code: string) => void
  onMove: (event: KeyboardEvent, code: string) => void
}

/** The counties as tiles about where they lie. */
export function CountyTiles({ tiles, entrance, onFocus, onMove }: CountyTilesProps) {
  const left = Math.min(...tiles.map(({ column }) => column))
  const top = Math.min(...tiles.map(({ row }) => row))
  return (
    <ul className="tiles" dir="ltr">
      {tiles.map(({ code, name, share, level, address, about, column, row }) => (
        <li key={code} style={{ gridColumn: column - left + 1, gridRow: row - top + 1 }}>
          <a
            dir="auto"
            data-county={code}
            data-level={level}
            href={address}
            title={about}
            tabIndex={code === entrance ? 0 : -1}
            onFocus={() => onFocus(code)}
            onKeyDown={(event) => onMove(event, code)}
          >
            <span className="tile-name">{name}</span>
            <span className="tile-share">{share}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
