import type { Question } from '@rasad/domain/figures/question'
import { sumByCell } from '@rasad/server/modules/figures/figures.queries'
import { checkLedgers } from '@rasad/server/modules/ledger/ledger.commands'
import { readInScope } from '@rasad/server/platform/db'
import { figureOf, type Figure } from './figure.ts'
import { fillLedger, MIDDLE_BATCH } from './ledger-filling.ts'
import { alternate } from './rounds.ts'
import { inNewWorld, PERIOD, PROVINCE, type Run, type World } from './world.ts'

const QUESTION: Question = {
  province: PROVINCE,
  period: PERIOD,
  baseline: 'provincial',
  by: ['county', 'agency'],
  filters: {},
  months: null,
  position: { kind: 'current' },
  scope: { level: 'province', province: PROVINCE },
}
const PAST: Question = { ...QUESTION, position: { kind: 'batch', batch: MIDDLE_BATCH } }
const NATION: Question = { ...QUESTION, province: null, by: ['province'], scope: { level: 'national' } }
const TURNS = { rounds: 5, repetitions: 20 }
const FEW_TURNS = { rounds: 3, repetitions: 5 }

/** A province's breakdown by county and agency, all truths, against summing its postings; then as of a past batch, and the nation. */
export async function measureBreakdown(run: Run): Promise<Figure[]> {
  const [small, large] = run.quick ? [100_000, 1_000_000] : [1_000_000, 10_000_000]
  return inNewWorld((smallWorld) =>
    inNewWorld(async (world) => {
      await fillLedger(smallWorld, small, run)
      const { postings } = await fillLedger(world, large, run)
      run.say('asking')
      await refuseDifferent(world)
      const ask =
        (question: Question, where = world) =>
        () =>
          readInScope(where.database, question.scope, (db) => sumByCell(db, question))
      const told = { measure: 'breakdown', unit: 'ms' } as const
      const now = await alternate({ ours: ask(QUESTION), peer: () => groupPostings(world) }, TURNS)
      const scale = await alternate({ ours: ask(QUESTION), peer: ask(QUESTION, smallWorld) }, TURNS)
      const past = await alternate({ ours: ask(PAST), peer: ask(QUESTION) }, TURNS)
      const nation = await alternate({ ours: ask(NATION), peer: () => groupNation(world) }, FEW_TURNS)
      // A tenth of the postings leaves less to gain: the demand is made of the full run.
      const twentyfold = run.quick ? {} : { budget: { of: 'ratio', atMost: 1 / 20 } as const }
      const name = `county × agency, ${postings} postings`
      return [
        figureOf(now, { ...told, ...twentyfold, name, peerName: 'GROUP BY of the postings' }),
        figureOf(now, {
          ...told,
          name: `${name}, alone`,
          peerName: 'as above',
          budget: { of: 'ours', atMost: 10 },
        }),
        figureOf(scale, {
          ...told,
          name,
          peerName: `with a tenth of the postings`,
          budget: { of: 'ratio', atMost: 1.3 },
        }),
        figureOf(past, {
          ...told,
          name: 'as of the batch in the middle',
          peerName: 'as of now',
          budget: { of: 'ratio', atMost: 4 },
        }),
        figureOf(nation, {
          ...told,
          name: `nation by province, ${postings} postings`,
          peerName: 'GROUP BY of the postings',
          budget: { of: 'ours', atMost: 20 },
        }),
      ]
    }),
  )
}

/** The peer: what somebody would write who has the postings and no roll-up. */
async function groupPostings({
  ownerPool,
}: World): Promise<{ county_id: string; amount: number; state: string }[]> {
  const { rows } = await ownerPool.query({
    name: 'postings-of-a-province',
    text: `select county_id, agency_id, measure, state, sum(amount)::bigint as amount from posting
      where province_id = $1 and period_id = $2 group by county_id, agency_id, measure, state order by county_id, agency_id`,
    values: [PROVINCE, PERIOD],
  })
  return rows as { county_id: string; amount: number; state: string }[]
}

async function groupNation({ ownerPool }: World): Promise<void> {
  await ownerPool.query({
    name: 'postings-of-the-nation',
    text: `select province_id, measure, state, sum(amount)::bigint as amount from posting where period_id = $1 group by province_id, measure, state`,
    values: [PERIOD],
  })
}

/** Both ways give the same numbers, and the ledger holds, or there is nothing to compare. */
async function refuseDifferent(world: World): Promise<void> {
  const verified = (await sumByCell(world.database, QUESTION)).reduce((sum, row) => sum + row.verified, 0)
  const posted = (await groupPostings(world))
    .filter(({ state }) => state === 'verified')
    .reduce((sum, row) => sum + row.amount, 0)
  const { provinces } = await checkLedgers(world.database, QUESTION.scope, PROVINCE)
  // The postings have no register beside them.
  const checks = provinces.flatMap((province) => province.checks.filter(({ name }) => name !== 'jobs'))
  const wrong = checks.reduce((sum, check) => sum + check.wrong, 0)
  if (verified === 0 || verified !== posted || wrong > 0)
    throw new Error(`${verified} verified, ${posted} posted, ${wrong} balances wrong`)
}
