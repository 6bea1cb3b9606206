import { writeRemark as contract } from '@rasad/contracts/remarks'
import type { Actor } from '@rasad/domain/access/scope'
import type { JalaliDate } from '@rasad/domain/calendar/jalali'
import { act } from '../../platform/act.ts'
import { writeRemark } from '../remarks/remarks.commands.ts'
import { workingMoment } from './past-connection.ts'
import type { PastAct } from './stage.ts'

/** What an agency or a county says beside its figures on a day; the text itself says that it is made up. */
export function remarks(
  place: { province: string; period: string },
  on: JalaliDate,
  { actor, row, text }: { actor: Actor; row: { agency: string } | { county: string }; text: string },
): PastAct {
  const { province } = place
  const order = { ...place, ...row, text: `${text} (نمایشی)` }
  const run = async ({ past: { database } }: Parameters<PastAct['run']>[0]) => {
    const subject = { ...place, ...row }
    await act(database, { actor, action: contract.action, province, subject }, (tx) =>
      writeRemark(tx, order, { actor }),
    )
  }
  return { moment: workingMoment(on, 90), weight: 0, run }
}
