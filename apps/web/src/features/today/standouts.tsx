import type { FigureTable } from '@rasad/contracts/figures'
import { standingsOf } from '@rasad/domain/figures/ranking'
import { useFormat } from '../../shared/fa.ts'
import { figuresAddress } from '../../shared/figure-queries.ts'
import { useText } from '../../shared/language.ts'
import { PageLink } from '../../shared/page-link.tsx'
import { Count } from '../../shared/ui/count.tsx'
import { firstAndLast, furthestBehind } from './first-and-last.ts'
import type { Place } from './today-query.ts'
import { TODAY_TEXT } from './today-text.ts'

const MOST = 5
type Named = (code: string) => string
type StandoutsProps = { place: Place; counties: FigureTable; agencies: FigureTable; names: [Named, Named] }

/** Who leads, who trails, and where most jobs are wanting to the target (DOMAIN §8.9). */
export function Standouts({ place, counties, agencies, names: [county, agency] }: StandoutsProps) {
  const text = useText(TODAY_TEXT)
  const { moment } = useFormat()
  const { first, last } = firstAndLast(counties.rows, standingsOf(counties.rows), MOST)
  const lists = [
    { title: text.leading, rows: first, by: 'county' },
    { title: text.trailing, rows: last, by: 'county' },
    { title: text.wanting, rows: furthestBehind(agencies.rows, MOST), by: 'agency' },
  ] as const
  // Whoever stands alone is neither ahead nor behind.
  const counted = { county: counties.rows.length, agency: agencies.rows.length }
  const shown = lists.filter(({ rows, by }) => rows.length > 0 && counted[by] > 1)
  if (shown.length === 0) return null
  return (
    <section className="card standouts" aria-labelledby="standouts">
      <h2 id="standouts">{text.standouts}</h2>
      <p className="today-note">
        {`${text.standoutsNote} · `}
        <time dateTime={counties.asOf}>{moment(counties.asOf)}</time>
      </p>
      <div className="standout-lists">
        {shown.map(({ title, rows, by }) => (
          <div key={title}>
            <h3>{title}</h3>
            <ol>
              {rows.map((row) => {
                const code = row[by] ?? ''
                const address = figuresAddress({ ...place, by, truth: 'verified', of: code })
                return (
                  <li key={code}>
                    <span>{by === 'county' ? county(code) : agency(code)}</span>
                    <PageLink className="figure-link" route="/figures" address={address}>
                      {by === 'county' ? (
                        <Count value={row.verifiedOfCommitted} as="percent" />
                      ) : (
                        <Count value={row.gap} as="signed" />
                      )}
                    </PageLink>
                  </li>
                )
              })}
            </ol>
          </div>
        ))}
      </div>
    </section>
  )
}
