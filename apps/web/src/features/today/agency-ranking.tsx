import type { FigureTable } from '@rasad/contracts/figures'
import { compareStandings, standingsOf, type Standing } from '@rasad/domain/figures/ranking'
import { useFormat } from '../../shared/fa.ts'
import { figuresAddress } from '../../shared/figure-queries.ts'
import { useText } from '../../shared/language.ts'
import { PageLink } from '../../shared/page-link.tsx'
import { PART_TEXT } from '@rasad/domain/figures/figure-text'
import { Count } from '../../shared/ui/count.tsx'
import type { Place } from './today-query.ts'
import { halfDone } from './first-and-last.ts'
import { TODAY_TEXT, VERDICT_TEXT } from './today-text.ts'

type Row = FigureTable['rows'][number] & { standing: Standing }
type AgencyRankingProps = { place: Place; figures: FigureTable; nameOf: (code: string) => string }

/** Agencies by the share of their commitment that is verified; small commitments are shown without a rank. */
export function AgencyRanking({ place, figures, nameOf }: AgencyRankingProps) {
  const text = useText(TODAY_TEXT)
  const parts = useText(PART_TEXT)
  const say = useText(VERDICT_TEXT)
  const { moment, count } = useFormat()
  const half = halfDone(figures.rows)
  const standings = standingsOf(figures.rows)
  const rows = figures.rows
    .map((row, index): Row => ({ ...row, standing: standings[index] ?? 'without-commitment' }))
    .toSorted((one, other) => compareStandings(one.standing, other.standing))
  const passport = (truth: string, agency: string) =>
    figuresAddress({ ...place, by: 'agency', truth, of: agency })
  return (
    <section className="ranking">
      <div className="table-box" role="group" tabIndex={0} aria-label={text.ranking}>
        <table className="list-table">
          <caption>
            {text.ranking}
            <small>
              {half.done === 0
                ? say.noneHalfDone(count(half.all))
                : say.halfDone(count(half.done), count(half.all))}
            </small>
            <small>{standings.includes('nothing-verified') ? text.rankingLater : text.rankingNote}</small>
            <small>
              <time dateTime={figures.asOf}>{moment(figures.asOf)}</time>
            </small>
          </caption>
          <thead>
            <tr>
              <th scope="col">{text.rank}</th>
              <th scope="col">{parts.verifiedOfCommitted}</th>
              <th scope="col" data-number="true">
                {parts.verified}
              </th>
              <th scope="col" data-number="true">
                {parts.committed}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { agency = '', verifiedOfCommitted, standing } = row
              return (
                <tr key={agency}>
                  <td>
                    <RankMark standing={standing} />
                  </td>
                  <th scope="row">
                    <span className="ranking-name">
                      {nameOf(agency)} <Count value={verifiedOfCommitted} as="percent" />
                    </span>
                    <span className="ranking-track" aria-hidden="true">
                      <span
                        style={{ inlineSize: `${Math.max(0, Math.min(100, verifiedOfCommitted ?? 0))}%` }}
                      />
                    </span>
                  </th>
                  {(['verified', 'committed'] as const).map((truth) => (
                    <td key={truth} data-number="true">
                      <PageLink className="figure-link" route="/figures" address={passport(truth, agency)}>
                        <Count value={row[truth]} />
                      </PageLink>
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <PageLink route="/figures" address={figuresAddress({ ...place, by: 'agency', sort: 'rank' })}>
        {text.allAgencies}
      </PageLink>
    </section>
  )
}

function RankMark({ standing }: { standing: Standing }) {
  const text = useText(TODAY_TEXT)
  const { count } = useFormat()
  if (typeof standing === 'number') return <strong>{count(standing)}</strong>
  if (standing === 'nothing-verified') return <Count value={null} why={text.rankingLater} />
  return <small>{standing === 'small' ? text.small : text.unassigned}</small>
}
