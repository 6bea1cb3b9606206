import type { FigureTable } from '@rasad/contracts/figures'
import { useSuspenseQuery } from '@tanstack/react-query'
import { valueNames } from '../../shared/figure-queries.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { PART_TEXT } from '@rasad/domain/figures/figure-text'
import { PivotTable } from '../../shared/ui/pivot-table.tsx'
import { passportAddress } from './breakdown-table.tsx'
import { FigureLink } from './figure-link.tsx'
import { marginsQueries, rowsQuery } from './figures-query.ts'
import type { FiguresQuestion } from './figures-search.ts'
import { CUT_TEXT, FIGURES_TEXT } from './figures-text.ts'
import { MomentLine } from './moment-line.tsx'
import { inOrderOfValues } from './value-order.ts'

const TRUTHS = ['committed', 'registered', 'verified'] as const
type Figure = FigureTable['total']
type MatrixBreakdownProps = { question: FiguresQuestion; names: Parameters<typeof valueNames>[1] }

/** County × agency: three truths in each cell; sums by county and by agency are the server's own. */
export function MatrixBreakdown({ question, names }: MatrixBreakdownProps) {
  const text = useText(FIGURES_TEXT)
  const cuts = useText(CUT_TEXT)
  const parts = useText(PART_TEXT)
  const language = useLanguage()
  const [countiesAsked, agenciesAsked] = marginsQueries(question)
  const { data: figures } = useSuspenseQuery(rowsQuery(question))
  const { data: byCounty } = useSuspenseQuery(countiesAsked)
  const { data: byAgency } = useSuspenseQuery(agenciesAsked)
  const nameOf = valueNames(language, names)
  const agencies = inOrderOfValues(language, byAgency.rows, 'agency', nameOf)
  const counties = inOrderOfValues(language, byCounty.rows, 'county', nameOf)
  const cells = new Map(figures.rows.map((row) => [`${row.county},${row.agency}`, row]))
  const entrance = figures.rows[0]
  const cell = (figure: Figure | undefined, county: string, agency: string) =>
    figure === undefined ? null : (
      <span className="matrix-cell">
        {TRUTHS.map((truth) => (
          <span key={truth} data-tone={truth}>
            <FigureLink
              value={figure[truth]}
              address={passportAddress(question, truth, `${county},${agency}`)}
              label={parts[truth]}
              isEntrance={figure === entrance && truth === 'registered'}
              isOpen={question.truth === truth && question.of === `${county},${agency}`}
            />
          </span>
        ))}
      </span>
    )
  return (
    <PivotTable
      caption={
        <>
          {cuts.matrix}
          <small>{text.matrixLegend}</small>
          <MomentLine figures={figures} />
        </>
      }
      corner={cuts.county}
      groups={[
        {
          key: 'agencies',
          label: cuts.agency,
          columns: [
            ...agencies.map(({ agency = '' }) => ({ key: agency, label: nameOf('agency', agency) })),
            { key: 'sum', label: text.total, isTotal: true },
          ],
        },
      ]}
      rows={counties.map((row) => {
        const { county = '' } = row
        return {
          key: county,
          label: nameOf('county', county),
          cells: {
            ...Object.fromEntries(
              agencies.map(({ agency = '' }) => [
                agency,
                cell(cells.get(`${county},${agency}`), county, agency),
              ]),
            ),
            sum: cell(row, county, ''),
          },
        }
      })}
      total={{
        key: 'total',
        label: text.total,
        cells: {
          ...Object.fromEntries(agencies.map((row) => [row.agency, cell(row, '', row.agency ?? '')])),
          sum: cell(figures.total, '', ''),
        },
      }}
    />
  )
}
