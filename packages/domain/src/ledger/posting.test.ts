import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JalaliMonth } from '../calendar/jalali.ts'
import { DIRECTNESS, NOVELTY_CLASSES } from '../jobs/job-kinds.ts'
import { decideStep, JOB_STEPS, type JobState } from '../jobs/job-life-cycle.ts'
import { causeOfStep, CAUSES, movementsOf, type JobCell, type JobMovement } from './posting.ts'

const CELL: JobCell = {
  month: 140_405 as JalaliMonth,
  county: '1503',
  agency: 'AGRI',
  sector: 'agriculture',
  gender: 'female',
  jobType: 'home-based',
  novelty: 'new',
  directness: 'direct',
  settlement: 'rural',
  education: 'graduate',
  activityLine: '01',
}

test('a registration brings one job in', () => {
  expect(movementsOf(null, { state: 'registered', cell: CELL }, 'registered')).toEqual([
    { measure: 'job', state: 'registered', cause: 'registered', amount: 1, cell: CELL },
  ])
})

test('a verification takes the job out of where it stood and puts it where it stands', () => {
  const from = { state: 'agency-confirmed', cell: CELL } as const

  expect(movementsOf(from, { state: 'verified', cell: CELL }, 'verified')).toEqual([
    { measure: 'job', state: 'agency-confirmed', cause: 'verified', amount: -1, cell: CELL },
    { measure: 'job', state: 'verified', cause: 'verified', amount: 1, cell: CELL },
  ])
})

test('a correction to a retained job leaves the commitment and goes beside it', () => {
  const retained = { ...CELL, novelty: 'retained' as const }

  const movements = movementsOf(
    { state: 'verified', cell: CELL },
    { state: 'verified', cell: retained },
    'moved',
  )

  expect(movements.map(({ measure, amount }) => [measure, amount])).toEqual([
    ['job', -1],
    ['job-beside', 1],
  ])
})

test('every step has a cause of its own', () => {
  const causes = JOB_STEPS.map(causeOfStep)

  expect(new Set(causes).size).toBe(JOB_STEPS.length)
  expect(causes.every((cause) => CAUSES.includes(cause))).toBe(true)
})

test('whatever happens to a job, its movements add up to one job, where it stands now', () => {
  const act = fc.record({
    step: fc.constantFrom(...JOB_STEPS),
    county: fc.constantFrom('1502', '1503'),
    novelty: fc.constantFrom(...NOVELTY_CLASSES),
    directness: fc.constantFrom(...DIRECTNESS),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let at: { state: JobState; cell: JobCell } = { state: 'registered', cell: CELL }
      const movements: JobMovement[] = movementsOf(null, at, 'registered')
      for (const { step, ...change } of acts) {
        const decision = decideStep(at, step, { reason: 'so' })
        if ('refusal' in decision) continue
        const to = { state: decision.next, cell: step === 'correct' ? { ...at.cell, ...change } : at.cell }
        movements.push(...movementsOf(at, to, causeOfStep(step)))
        at = to
      }

      const sums = new Map<string, number>()
      for (const { measure, state, cell, amount } of movements) {
        const key = JSON.stringify([measure, state, cell])
        sums.set(key, (sums.get(key) ?? 0) + amount)
      }
      const left = [...sums].filter(([, sum]) => sum !== 0)
      const [now] = movementsOf(null, at, 'registered')
      expect(left).toEqual([[JSON.stringify([now?.measure, now?.state, now?.cell]), 1]])
    }),
  )
})
