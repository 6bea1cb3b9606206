import { revealPerson } from '@rasad/contracts/jobs'
import { getPerson } from '@rasad/server/modules/jobs/jobs.queries'
import { act } from '@rasad/server/platform/act'
import { addDeskCommand, type Branch } from './command.ts'
import { readWords } from './failure.ts'
import { NO_FIGURE } from '@rasad/domain/persian/formatting'
import { JOBS_TEXT } from './jobs-text.ts'
import { factLines } from './table-printing.ts'

/** `rasad jobs reveal`: the person of a job unmasked, as an act that the audit keeps. */
export function addRevealCommand(group: Branch): void {
  const text = JOBS_TEXT[group.language]
  const shape = {
    name: 'reveal',
    summary: text.reveal,
    inputs: [['<ID>', text.id]],
    required: ['province', 'reason'],
  } as const
  addDeskCommand(group, shape, async ({ rasad, actor }, words, [id]) => {
    const { province, jobId } = readWords(revealPerson.params, { ...words, jobId: id })
    const { reason } = readWords(revealPerson.body, words)
    const order = { actor, action: revealPerson.action, province, subject: { province, jobId, reason } }
    const value = await act(rasad.database, order, (tx) => getPerson(tx, province, jobId, actor.scope))
    const lines = () =>
      factLines([
        [text.nameColumn, value.name],
        [text.nationalId, value.nationalId],
        [text.mobile, value.mobile ?? NO_FIGURE],
      ])
    return { value, lines }
  })
}
