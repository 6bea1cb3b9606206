import { expect, test } from 'vitest'
import { PERMISSIONS } from '../access/permissions.ts'
import { permissionsOf } from '../access/roles.ts'
import type { Actor } from '../access/scope.ts'
import { mayDecideConflict, mayTakeStep, PERMISSIONS_OF_STEP, type JobHands } from './four-eyes.ts'
import { JOB_STEPS, type JobStep } from './job-life-cycle.ts'

const JOB: JobHands = {
  agency: 'AGRI',
  contributors: ['AGRI', 'EMDAD'],
  registeredBy: 'user:registrar',
  confirmedBy: ['user:head', 'user:former-head'],
}
const somebody = (more: Partial<Actor> = {}): Actor => ({
  id: 'user:somebody',
  name: 'somebody',
  scope: { level: 'province', province: '15' },
  permissions: PERMISSIONS,
  agency: null,
  ...more,
})
const stepsOf = (actor: Actor) => JOB_STEPS.filter((step) => mayTakeStep(JOB, step, actor) === null)
const codeOf = (step: JobStep, actor: Actor) => mayTakeStep(JOB, step, actor)?.code

test('somebody with every permission and no hand in the job may take every step', () => {
  expect(stepsOf(somebody())).toEqual(JOB_STEPS)
})

test('whoever registered a job mends it and judges it in no step', () => {
  const registrar = somebody({ id: 'user:registrar' })

  expect(stepsOf(registrar)).toEqual(['resubmit', 'appeal', 'withdraw', 'correct'])
  expect(codeOf('verify', registrar)).toBe('job.own-registration')
})

test('whoever confirmed a job, at whichever time, does not verify it', () => {
  for (const id of JOB.confirmedBy) {
    const head = somebody({ id })
    const refused = JOB_STEPS.filter((step) => codeOf(step, head) === 'job.own-confirmation')
    expect(refused).toEqual(['verify', 'reject', 'mark-unreachable'])
  }
})

test('who verifies is of another agency than the job and than those that contributed to it', () => {
  for (const agency of ['AGRI', 'EMDAD']) {
    const refused = JOB_STEPS.filter((step) => codeOf(step, somebody({ agency })) === 'job.own-agency')
    expect(refused).toEqual(['verify', 'reject', 'mark-unreachable'])
  }
  expect(mayTakeStep(JOB, 'verify', somebody({ agency: 'SMT' }))).toBeNull()
})

test('each step needs a permission of its own, and the right to take steps alone takes none', () => {
  const bare = somebody({ permissions: ['job.step'] })

  for (const step of JOB_STEPS) {
    expect(mayTakeStep(JOB, step, bare)).toEqual({
      code: 'not-allowed',
      permission: PERMISSIONS_OF_STEP[step][0],
    })
    for (const permission of PERMISSIONS_OF_STEP[step])
      expect(mayTakeStep(JOB, step, somebody({ permissions: [permission] }))).toBeNull()
  }
})

test('the head of an agency confirms, its officer mends, an inspector verifies and the deputy decides', () => {
  const as = (role: Parameters<typeof permissionsOf>[0]) =>
    stepsOf(somebody({ permissions: permissionsOf(role) }))

  expect(as('agency-head')).toEqual(['confirm', 'return', 'resubmit', 'appeal', 'withdraw', 'correct'])
  expect(as('agency-officer')).toEqual(['resubmit', 'appeal', 'withdraw', 'correct'])
  expect(as('inspector')).toEqual(['return', 'verify', 'reject', 'mark-unreachable'])
  expect(as('econ-deputy')).toEqual(['mark-duplicate'])
  for (const role of ['operator', 'ministry', 'auditor', 'governor', 'county-governor', 'bank-rep'] as const)
    expect(as(role)).toEqual([])
})

test('the operator at the machine is outside four eyes', () => {
  const operator = somebody({ id: 'operator:root', agency: 'AGRI' })

  expect(
    mayTakeStep({ ...JOB, registeredBy: operator.id, confirmedBy: [operator.id] }, 'verify', operator),
  ).toBeNull()
  expect(mayDecideConflict([{ agency: 'AGRI', claimedBy: operator.id }], operator)).toBeNull()
})

test('a conflict is decided by somebody of neither agency who registered for neither', () => {
  const claims = [
    { agency: 'AGRI', claimedBy: 'user:one' },
    { agency: 'SMT', claimedBy: 'user:two' },
  ]

  expect(mayDecideConflict(claims, somebody())).toBeNull()
  expect(mayDecideConflict(claims, somebody({ agency: 'EMDAD' }))).toBeNull()
  expect(mayDecideConflict(claims, somebody({ agency: 'SMT' }))).toEqual({
    code: 'conflict.own-claim',
    agency: 'SMT',
  })
  expect(mayDecideConflict(claims, somebody({ id: 'user:one' }))).toEqual({
    code: 'conflict.own-claim',
    agency: 'AGRI',
  })
})
