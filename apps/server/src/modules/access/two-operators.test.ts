import { getMe } from '@rasad/contracts/access'
import { addPeriod, changePeriod, listPeriods } from '@rasad/contracts/periods'
import {
  changeUserRole,
  endUserSessions,
  listUsers,
  lockUser,
  renameUser,
  unlockUser,
} from '@rasad/contracts/users'
import { expect, test } from 'vitest'
import { openOffice } from '../../../test/office.ts'

test('of two operators who change one user the second is refused, and sees who was first', async () => {
  await using office = await openOffice()
  const { province } = office.world
  const [firstName, secondName] = [await office.add(), await office.add()]
  const [first, second] = [await office.enter(firstName), await office.enter(secondName)]
  const userName = await office.add({ role: 'governor', province })
  const find = async () => (await second.call(listUsers, { query: { role: 'governor' } })).users[0]!
  const { version, changed } = await find()
  expect({ version, changed }).toEqual({ version: 1, changed: null })
  const params = { userName }

  await first.call(changeUserRole, { params, body: { role: 'econ-deputy', province, version } })

  const late = { params, body: { role: 'auditor', province, version } as const }
  expect(await second.outcome(changeUserRole, late)).toBe('user.changed-meanwhile')
  const lock = { params, body: { reason: 'رفته است', version } }
  expect(await second.outcome(lockUser, lock)).toBe('user.changed-meanwhile')
  const [present] = (await second.call(listUsers, { query: { role: 'econ-deputy' } })).users
  expect(present).toMatchObject({ version: 2, changed: { by: `user:${firstName}` }, lockedAt: null })
  const { rows } = await office.world.rasad.pool.query(
    "select actor from audit where action in ('user.role-changed', 'user.locked')",
  )
  expect(rows).toEqual([{ actor: `user:${firstName}` }])
})

test('a name is corrected once the change of another is seen, and the audit keeps both names', async () => {
  await using office = await openOffice()
  const operatorName = await office.add()
  const operator = await office.enter(operatorName)
  const userName = await office.add({ role: 'auditor', name: 'مریم کریمی' })
  const themselves = await office.enter(userName)
  const params = { userName }

  const renamed = await operator.call(renameUser, { params, body: { name: 'مریم کریمی‌فر', version: 1 } })

  expect(renamed).toMatchObject({
    name: 'مریم کریمی‌فر',
    version: 2,
    changed: { by: `user:${operatorName}` },
  })
  expect(await themselves.call(getMe)).toMatchObject({ user: { name: 'مریم کریمی‌فر' } })
  const late = { params, body: { name: 'مریم رضایی', version: 1 } }
  expect(await operator.outcome(renameUser, late)).toBe('user.changed-meanwhile')
  const { rows } = await office.world.rasad.pool.query(
    "select subject from audit where action = 'user.renamed'",
  )
  expect(rows).toEqual([{ subject: { userName, name: 'مریم کریمی‌فر', before: 'مریم کریمی' } }])
})

test('a lock says who made it and why, until it is opened', async () => {
  await using office = await openOffice()
  const operatorName = await office.add()
  const operator = await office.enter(operatorName)
  const userName = await office.add()
  const params = { userName }

  const locked = await operator.call(lockUser, { params, body: { reason: 'به دستگاه دیگری رفت' } })
  expect(locked).toMatchObject({ lockedBy: `user:${operatorName}`, lockReason: 'به دستگاه دیگری رفت' })
  const opened = await operator.call(unlockUser, { params })

  expect(opened).toMatchObject({ lockedAt: null, lockedBy: null, lockReason: null, version: 3 })
})

test('an operator ends the sessions of a user, who may sign in again', async () => {
  await using office = await openOffice()
  const operator = await office.enter(await office.add())
  const userName = await office.add({ role: 'ministry' })
  const browsers = [await office.enter(userName), await office.enter(userName)]
  const [before] = (await operator.call(listUsers, { query: { role: 'ministry' } })).users
  expect(before?.sessions).toBe(2)

  const { sessions } = await operator.call(endUserSessions, {
    params: { userName },
    body: { reason: 'رایانهٔ گم‌شده' },
  })

  expect(sessions).toBe(0)
  for (const browser of browsers) expect(await browser.outcome(getMe)).toBe('sign-in-needed')
  expect(await (await office.enter(userName)).outcome(getMe)).toBe(200)
})

test('of two who change one period the second is refused, and the first change stands', async () => {
  await using office = await openOffice()
  const { province } = office.world
  const [first, second] = [await office.enter(await office.add()), await office.enter(await office.add())]
  const days = { from: '1405-01-01', to: '1405-12-29' }
  const opened = await first.call(addPeriod, { body: { province, period: '1405', ...days } })
  expect(opened).toMatchObject({ version: 1, changed: null })
  const params = { province, period: '1405' }
  const asked = (title: string) => ({ params, body: { title, cutoff: '1406-01-31', version: 1 } })

  const outcomes = await Promise.all([
    first.outcome(changePeriod, asked('تعهد نخست')),
    second.outcome(changePeriod, asked('تعهد دوم')),
  ])

  expect(new Set(outcomes)).toEqual(new Set([200, 'period.changed-meanwhile']))
  const { periods } = await first.call(listPeriods, { query: { province } })
  const title = outcomes[0] === 200 ? 'تعهد نخست' : 'تعهد دوم'
  expect(periods.find(({ period }) => period === '1405')).toMatchObject({
    title,
    ...days,
    cutoff: '1406-01-31',
    version: 2,
  })
})
