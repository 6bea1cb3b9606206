import { expect, test } from 'vitest'
import { readSchedules } from './schedule-settings.ts'

test('without settings there is a backup and a check every night and a drill every Friday', () => {
  expect(readSchedules()).toEqual({
    backup: { minutes: 120 },
    check: { minutes: 210 },
    drill: { day: 5, minutes: 270 },
    keep: 14,
  })
})

test('an hour of one’s own is taken, in Persian digits too, and each can be switched off', () => {
  expect(readSchedules({ backupAt: '۲۳:۱۵', checkAt: 'off', drillAt: 'Sat 01:00', backupKeep: '۳' })).toEqual(
    {
      backup: { minutes: 1395 },
      check: undefined,
      drill: { day: 6, minutes: 60 },
      keep: 3,
    },
  )
  expect(readSchedules({ schedules: 'off', backupAt: 'nonsense' })).toBeUndefined()
})

test.each([
  [{ backupAt: 'midnight' }, 'RASAD_BACKUP_AT'],
  [{ drillAt: '25:00' }, 'RASAD_DRILL_AT'],
  [{ backupKeep: '0' }, 'RASAD_BACKUP_KEEP'],
  [{ schedules: 'no' }, 'RASAD_SCHEDULES'],
])('%o is refused by the name of the setting', (words, field) => {
  expect(() => readSchedules(words)).toThrow(
    expect.objectContaining({ code: 'bad-input', params: { fields: [expect.objectContaining({ field })] } }),
  )
})
