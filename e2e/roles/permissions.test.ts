import { splitCommitment } from '@rasad/contracts/commitments'
import { listConflicts, listJobs } from '@rasad/contracts/jobs'
import { listImports } from '@rasad/contracts/imports'
import { permissionsOf, ROLES, type Role } from '@rasad/domain/access/roles'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Visit } from '../visit.ts'
import { ask, openSeat, send, untilLoaded } from './accounts.ts'
import { actsWith, type Act } from './acts.ts'

const PLACE = { province: '15', period: '1404' }
let acts: Act[]

beforeAll(async () => {
  await untilLoaded()
  await using seat = await openSeat('labour-dg')
  const { request } = seat.context
  const jobIn = async (state: string) => {
    const query = { ...PLACE, agency: 'AGRI', county: '1503', state, order: 'newest', limit: '1' }
    return (await ask(request, listJobs, { query })).jobs[0]!.jobId
  }
  const { conflicts } = await ask(request, listConflicts, { query: { ...PLACE, limit: '500' } })
  // The director-general of labour decides no case of their own agency.
  const conflict = conflicts.find(({ claims }) => {
    const sides = claims.map(({ agency }) => agency)
    return sides.includes('AGRI') && !sides.includes('LABOR')
  })
  const { imports } = await ask(request, listImports, { query: { ...PLACE, agency: 'AGRI' } })
  await ask(request, splitCommitment, {
    body: {
      ...PLACE,
      baseline: 'national',
      total: 900,
      agencies: ['AGRI', 'SMT'],
      factors: [{ kind: 'population' }],
    },
  })
  acts = actsWith({
    registered: await jobIn('registered'),
    confirmed: await jobIn('agency-confirmed'),
    caseId: conflict!.caseId,
    importId: imports[0]!.importId,
  })
}, 240_000)

test.for(ROLES)(
  'the page offers %s the main acts of the role, and the server refuses the others',
  async (role) => {
    await using seat = await openSeat(role)
    const offered: string[] = []
    for (const [at, here] of Map.groupBy(acts, (act) => act.at)) {
      await openPage(seat.page, at)
      for (const act of here)
        if (await isOffered(seat.page, act, isAllowed(role, act))) offered.push(act.name)
    }

    expect(offered.toSorted()).toEqual(namesOf(acts.filter((act) => isAllowed(role, act))))
    expect(
      await refusedTo(
        seat,
        acts.filter((act) => !isAllowed(role, act)),
      ),
    ).toEqual([])
  },
)

function isAllowed(role: Role, { needs }: Act): boolean {
  const permissions: readonly string[] = permissionsOf(role)
  return needs.some((permission) => permissions.includes(permission))
}

function namesOf(all: readonly Act[]): string[] {
  return all.map(({ name }) => name).toSorted()
}

/** Goes to a page as a link would, without loading the program anew. */
async function openPage(page: Page, at: string): Promise<void> {
  const search = new URLSearchParams({
    ...PLACE,
    ...Object.fromEntries(new URL(at, 'http://page').searchParams),
  })
  const address = `${at.split('?')[0]}?${search.toString()}`
  await page.evaluate((to) => {
    document.querySelector('#page h1')?.setAttribute('data-left', 'true')
    history.pushState(null, '', to)
  }, address)
  const arrived = page.locator('#page h1:not([data-left])')
  // Two refusals in a row stand under the same heading.
  await arrived.waitFor({ timeout: 5_000 }).catch(async () => {
    await page.goto(address)
    await arrived.waitFor()
  })
}

/** Whether an act can be done on the open page. Where it stands there and cannot, it says why. */
async function isOffered(page: Page, { control, prepare }: Act, isExpected: boolean): Promise<boolean> {
  const pressed = control(page)
  if (isExpected) {
    await prepare?.(page)
    await pressed.waitFor()
  }
  if ((await pressed.count()) === 0) return false
  if ((await pressed.getAttribute('aria-disabled')) !== 'true') return true
  expect(await reasonOf(page, pressed)).toMatch(/\S+ \S+/)
  return false
}

async function reasonOf(page: Page, pressed: Locator): Promise<string | null> {
  const why = await pressed.getAttribute('aria-describedby')
  return page.locator(`[id="${why}"]`).textContent()
}

/** The acts among these that the server does not refuse for want of a permission. */
async function refusedTo({ context }: Visit, forbidden: readonly Act[]): Promise<string[]> {
  const passed: string[] = []
  for (const { name, contract, params = {}, query = {}, body } of forbidden) {
    const answer = await send(context.request, contract, { params, query, ...(body && { body }) })
    const { code } = answer.ok() ? { code: 'none' } : await answer.json()
    if (code !== 'not-allowed') passed.push(`${name}: ${answer.status()} ${code}`)
  }
  return passed
}
