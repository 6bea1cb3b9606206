import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import {
  changePassword,
  confirmSecondFactor,
  getSignInOptions,
  giveSecondFactor,
  signIn,
  startSecondFactor,
} from '@rasad/contracts/access'
import { API_ROOT, type AnswerOf, type AnyRoute } from '@rasad/contracts/define-route'
import { addUser } from '@rasad/contracts/users'
import { levelsOf, needsSecondFactor, type Role } from '@rasad/domain/access/roles'
import type { APIRequestContext, APIResponse } from 'playwright-core'
import { inject } from 'vitest'
import { codeOf } from '../../apps/server/test/authenticator.ts'
import { openVisit, type Visit } from '../visit.ts'

const { url } = inject('journeys')
const PASSWORD = 'پنج واژهٔ تازهٔ بی‌ربط'
const LOOK_AGAIN_MS = 250

/** Where those stand whom the demonstration has no account for; each part only where the role has such a level. */
const PLACES = { province: '15', county: '1503', agency: 'AGRI', bank: '011' } as const

type Words = {
  params?: Record<string, string | number>
  query?: Record<string, string>
  body?: object | string
}

/** Waits until the demonstration is loaded and answers. */
export async function untilLoaded(): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/healthz`).catch(() => null)
    if (answer?.ok === true) return
    await pause(LOOK_AGAIN_MS)
  }
}

/** Asks by a contract in somebody's name, as their own page would. */
export async function send(
  request: APIRequestContext,
  contract: AnyRoute,
  { params = {}, query = {}, body }: Words = {},
): Promise<APIResponse> {
  const path = contract.path.replace(/:(\w+)/g, (_match, name: string) => String(params[name]))
  return request.fetch(`${url}${API_ROOT}${path}`, {
    method: contract.method,
    params: query,
    headers: {
      origin: url,
      ...(contract.method !== 'GET' && {
        'content-type': typeof body === 'string' ? 'application/octet-stream' : 'application/json',
      }),
    },
    ...(contract.method !== 'GET' && { data: body ?? {} }),
  })
}

/** The same where it must be answered. */
export async function ask<R extends AnyRoute>(
  request: APIRequestContext,
  contract: R,
  words: Words = {},
): Promise<AnswerOf<R>> {
  const answer = await send(request, contract, words)
  if (!answer.ok()) throw new Error(`${contract.path}: ${await answer.text()}`)
  return answer.json()
}

/** A window of somebody of a role who is signed in: of the demonstration's own account, else of a new one. */
export async function openSeat(role: Role, path = '/account'): Promise<Visit> {
  return openVisit(path, { enter: (request) => enterAs(request, role) })
}

async function enterAs(request: APIRequestContext, role: Role): Promise<void> {
  const { demonstration } = await ask(request, getSignInOptions)
  const account = demonstration?.find((one) => one.role === role)
  if (account === undefined) await enterAnew(request, role)
  else {
    const { userName, password, code } = account
    await ask(request, signIn, { body: { userName, password } })
    if (code !== null) await ask(request, giveSecondFactor, { body: { code } })
  }
}

/** Adds an account as the operator would, and takes it over as its owner: own password, own second factor. */
async function enterAnew(request: APIRequestContext, role: Role): Promise<void> {
  const userName = `${role}-${randomUUID().slice(0, 8)}`
  const oneTime = await addedBy(userName, role)
  await ask(request, signIn, { body: { userName, password: oneTime } })
  await ask(request, changePassword, { body: { current: oneTime, next: PASSWORD } })
  if (!needsSecondFactor(role)) return
  const { secret } = await ask(request, startSecondFactor, { body: { password: PASSWORD } })
  await ask(request, confirmSecondFactor, { body: { code: codeOf(secret) } })
}

async function addedBy(userName: string, role: Role): Promise<string> {
  await using operator = await openSeat('operator')
  const [level = 'national'] = levelsOf(role).toReversed()
  const { province, ...inside } = PLACES
  const places = {
    ...(level !== 'national' && { province }),
    ...((level === 'county' || level === 'agency' || level === 'bank') && { [level]: inside[level] }),
  }
  const body = { userName, name: `نمونهٔ ${userName}`, role, ...places }
  const { oneTimePassword } = await ask(operator.context.request, addUser, { body })
  if (oneTimePassword === null) throw new Error('no password was made')
  return oneTimePassword
}
