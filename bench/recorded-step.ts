import { takeJobStep } from '@rasad/contracts/jobs'
import { getJob } from '@rasad/server/modules/jobs/job-reading.queries'
import { takeStep } from '@rasad/server/modules/jobs/jobs.commands'
import { act } from '@rasad/server/platform/act'
import { openKysely } from '@rasad/server/platform/db'
import { ACTOR, NOW, PROVINCE, type Pool, type World } from './world.ts'

type Statement = { name: string; text: string; values: readonly unknown[] }

/** The statements of one step as the product sent them, for one job and one entry. */
export type RecordedStep = { action: string; job: number; entry: number; statements: readonly Statement[] }

/** Takes one step as its route does, and keeps every statement that went to the database. */
export async function recordStep(world: World, job: number): Promise<RecordedStep> {
  const sent: { text: string; values: readonly unknown[] }[] = []
  const connect = async () => {
    const client = await world.pool.connect()
    const query = (statement: { text: string; values: unknown[] }) => {
      sent.push({ text: statement.text, values: statement.values })
      return client.query(statement.text, statement.values)
    }
    return { query, release: () => client.release() }
  }
  const { action } = takeJobStep
  const order = {
    actor: ACTOR,
    action,
    province: PROVINCE,
    subject: { province: PROVINCE, jobId: job, step: 'confirm' },
  }
  await act(openKysely({ connect } as unknown as Pool), order, async (tx) => {
    await takeStep(tx, PROVINCE, job, { step: 'confirm' }, { actor: ACTOR, now: NOW })
    return getJob(tx, PROVINCE, job, ACTOR)
  })
  const { rows } = await world.ownerPool.query<{ entry: number }>(
    'select max(entry_id) as entry from job_step where job_id = $1',
    [job],
  )
  const statements = sent.map((statement, index) => ({ ...statement, name: `step-${index}` }))
  return { action, job, entry: rows[0]!.entry, statements }
}

/** The same statements for another job, prepared, by a client that does nothing with the answers but take the entry's number. */
export async function replayStep(
  pool: Pool,
  { job, entry, statements }: RecordedStep,
  other: number,
): Promise<void> {
  const client = await pool.connect()
  let newEntry = entry
  const replaced = (value: unknown) => {
    if (value === job) return other
    if (value === entry) return newEntry
    return typeof value === 'string' ? value.replaceAll(`"jobId":${job}`, `"jobId":${other}`) : value
  }
  try {
    for (const { name, text, values } of statements) {
      const answer =
        values.length === 0
          ? await client.query(text)
          : await client.query<{ entry_id?: number }>({ name, text, values: values.map(replaced) })
      newEntry = (answer.rows[0] as { entry_id?: number } | undefined)?.entry_id ?? newEntry
    }
  } finally {
    client.release()
  }
}
