import { readHour } from '@rasad/domain/calendar/timetable'
import { toLatinDigits } from '@rasad/domain/persian/digits'
import type { Schedules } from '@rasad/server/modules/system/tasks.commands'
import { Problem } from '@rasad/server/platform/problem'
import type { ScheduleWords } from './environment.ts'

const USUAL = { backupAt: '02:00', checkAt: '03:30', drillAt: 'fri 04:30', backupKeep: '14' }
const NAMES = {
  backupAt: 'RASAD_BACKUP_AT',
  checkAt: 'RASAD_CHECK_AT',
  drillAt: 'RASAD_DRILL_AT',
  backupKeep: 'RASAD_BACKUP_KEEP',
}
const OFF = 'off'

/** What the running system does by itself; undefined when it is to do nothing. */
export function readSchedules(words: ScheduleWords = {}): Schedules | undefined {
  if (words.schedules === OFF) return undefined
  if (words.schedules !== undefined) throw unreadable('RASAD_SCHEDULES', words.schedules)
  const keep = Number(toLatinDigits(words.backupKeep ?? USUAL.backupKeep))
  if (!Number.isInteger(keep) || keep < 1) throw unreadable(NAMES.backupKeep, words.backupKeep ?? '')
  const hourOf = (name: 'backupAt' | 'checkAt' | 'drillAt') => {
    const text = toLatinDigits(words[name] ?? USUAL[name])
    if (text === OFF) return undefined
    const hour = readHour(text)
    if (!hour) throw unreadable(NAMES[name], text)
    return hour
  }
  return { backup: hourOf('backupAt'), check: hourOf('checkAt'), drill: hourOf('drillAt'), keep }
}

function unreadable(field: string, text: string): Problem {
  return new Problem('bad-input', { fields: [{ field, message: `"${text}" is not understood` }] })
}
