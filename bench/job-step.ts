import { PERMISSIONS } from '@rasad/domain/access/permissions'
import { API_ROOT } from '@rasad/contracts/define-route'
import { Agent, request } from 'node:http'
import { figureOf, type Figure } from './figure.ts'
import { recordStep, replayStep, type RecordedStep } from './recorded-step.ts'
import { fillRegister } from './register-filling.ts'
import { timed, type Round } from './rounds.ts'
import { addToken, serve } from './serving.ts'
import { inNewWorld, PROVINCE, type Run, type World } from './world.ts'

const PORT = 4188
const CONNECTIONS = 16
const ROUNDS = 5

/** A step of a job over HTTP, sixteen at once, against its transaction by a client that has nothing else to do. */
export async function measureJobSteps({ quick, say }: Run): Promise<Figure[]> {
  const jobs = quick ? 100_000 : 1_000_000
  const steps = quick ? 1000 : 4000
  return inNewWorld(async (world) => {
    say(`filling a register of ${jobs} jobs`)
    await fillRegister(world, jobs)
    const { rows } = await world.ownerPool.query<{ job_id: number }>(
      `select job_id from job where state = 'registered' order by hashint8(job_id) limit $1`,
      [2 * (steps + CONNECTIONS) * (ROUNDS + 1) + 1],
    )
    const waiting = rows.map((row) => row.job_id)
    const recorded = await recordStep(world, waiting.pop()!)
    const token = await addToken(world.folder, PERMISSIONS)
    const service = await serve(world.folder, PORT)
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
    try {
      const ours = (count: number) =>
        inParallel(waiting.splice(0, count), (job) => post(service.url, { agent, token }, job))
      const peer = (count: number) =>
        inParallel(waiting.splice(0, count), (job) => replayStep(world.pool, recorded, job))
      await ours(steps)
      await peer(steps)
      const rounds: Round[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        say(`round ${round + 1}`)
        const taken = await timed(() => ours(steps))
        rounds.push({ ours: (steps / taken) * 1000, peer: (steps / (await timed(() => peer(steps)))) * 1000 })
      }
      await refuseMissing(world, recorded, 2 * steps * (ROUNDS + 1) + 1)
      return [
        figureOf(rounds, {
          measure: 'step',
          name: `a step over HTTP, ${CONNECTIONS} connections, ${jobs} jobs`,
          peerName: 'its transaction by a bare client',
          unit: 'changes/s',
          budget: { of: 'ratio', atLeast: 0.5 },
          details: { statements: recorded.statements.length },
        }),
      ]
    } finally {
      agent.destroy()
      await service.stop()
    }
  })
}

async function inParallel(jobs: number[], take: (job: number) => Promise<void>): Promise<void> {
  const worker = async () => {
    for (let job = jobs.pop(); job !== undefined; job = jobs.pop()) await take(job)
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
}

function post(url: string, { agent, token }: { agent: Agent; token: string }, job: number): Promise<void> {
  const body = JSON.stringify({ step: 'confirm' })
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    authorization: `Bearer ${token}`,
  }
  return new Promise((resolve, reject) => {
    const call = request(
      new URL(`${API_ROOT}/jobs/${PROVINCE}/${job}/steps`, url),
      { method: 'POST', agent, headers },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        answer.on('end', () =>
          answer.statusCode === 200 ? resolve() : reject(new Error(`${answer.statusCode}: ${text}`)),
        )
      },
    )
    call.on('error', reject).end(body)
  })
}

/** Both sides took every step they were asked to take, or there is nothing to compare. */
async function refuseMissing(
  { ownerPool }: World,
  { action }: RecordedStep,
  expected: number,
): Promise<void> {
  const { rows } = await ownerPool.query<{ steps: number; postings: number; audits: number }>(
    `select (select count(*) from job_step where step_number > 1) as steps, (select count(*) / 2 from posting where cause = 'confirmed') as postings,
       (select count(*) from audit where action = $1) as audits`,
    [action],
  )
  const { steps, postings, audits } = rows[0]!
  if (steps !== expected || postings !== expected || audits !== expected)
    throw new Error(`${expected} steps were asked: ${steps} taken, ${postings} posted, ${audits} audited`)
}
