import type { Passport } from '@rasad/contracts/figures'
import { useFormat } from '../../shared/fa.ts'
import type { valueNames } from '../../shared/figure-queries.ts'
import { useText } from '../../shared/language.ts'
import { Count } from '../../shared/ui/count.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { PASSPORT_TEXT } from './passport-text.ts'

type PassportCellsProps = { passport: Passport; nameOf: ReturnType<typeof valueNames> }

/** The cells that the figure is the sum of; folded, because there can be thousands. */
export function PassportCells({ passport: { cells }, nameOf }: PassportCellsProps) {
  const text = useText(PASSPORT_TEXT)
  const { count, day } = useFormat()
  return (
    <details className="passport-part">
      <summary>
        {text.cells} <small>{count(cells.length)}</small>
      </summary>
      <ListTable
        caption={<span className="visually-hidden">{text.cells}</span>}
        label={text.cells}
        rows={cells}
        keyOf={({ county, agency, sector, month }) => `${county}-${agency}-${sector}-${month}`}
        columns={[
          { key: 'county', label: text.county, isHead: true, cell: ({ county }) => nameOf('county', county) },
          { key: 'agency', label: text.agency, cell: ({ agency }) => nameOf('agency', agency) },
          { key: 'sector', label: text.sector, cell: ({ sector }) => nameOf('sector', sector) },
          { key: 'month', label: text.month, cell: ({ month }) => (month === null ? null : day(month)) },
          { key: 'value', label: text.value, isNumber: true, cell: ({ value }) => <Count value={value} /> },
        ]}
      />
    </details>
  )
}
