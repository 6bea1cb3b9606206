import { toLatinDigits } from '@rasad/domain/persian/digits'
import { settleAll } from '@rasad/server/modules/ledger/ledger.commands'
import { Problem } from '@rasad/server/platform/problem'
import type { buildHttp } from '@rasad/server/app'
import { openRasad, type Rasad } from '@rasad/server/open-rasad'
import { hasUsers } from '@rasad/server/modules/access/users.queries'
import { readSnapshot } from '@rasad/server/platform/db'
import { readAccess } from './access-settings.ts'
import { CliRefusal } from './cli-refusal.ts'
import { addCommand, type Branch, type Setting } from './command.ts'
import { textOf, type Words } from './words.ts'
import { refuseHalfRestored } from './folder-state.ts'
import { loadFirst, needsDemonstration } from './demo-command.ts'
import { DEMO_TEXT } from './demo-text.ts'
import type { Language } from './language.ts'
import { note, print } from './printing.ts'
import { readSchedules } from './schedule-settings.ts'
import { findRunningServer, forgetRunningServer, noteRunningServer, stopServer } from './running-server.ts'
import { SERVICE_TEXT } from './service-text.ts'
import { openWaitingPage } from './waiting-page.ts'

type Http = ReturnType<typeof buildHttp>
type Place = { port: number; host: string }

const DEFAULT_PORT = '4100'
const DEFAULT_HOST = '127.0.0.1'
// Only this machine reaches these.
const LOOPBACK: readonly string[] = [DEFAULT_HOST, '::1', 'localhost']
const REQUESTS_END_WITHIN_MS = 3000
const STOPS_WITHIN_MS = 15_000

/** `rasad start` and `rasad stop`. */
export function addServiceCommands(branch: Branch): void {
  const text = SERVICE_TEXT[branch.language]
  const start = {
    name: 'start',
    summary: text.start,
    optional: ['port', 'host', 'demoIfEmpty'],
    details: text.startDetails,
  } as const
  addCommand(branch, start, serve)
  addCommand(branch, { name: 'stop', summary: text.stop }, async ({ folder }) => {
    const running = await findRunningServer(folder)
    if (!running) return { value: { stopped: false }, lines: () => [text.notRunning] }
    if (!(await stopServer(running, STOPS_WITHIN_MS)))
      throw new CliRefusal('service.not-stopping', String(running.pid))
    return { value: { stopped: true, ...running }, lines: () => [text.stopped] }
  })
}

async function serve(setting: Setting, words: Words): Promise<undefined> {
  const { folder, language, databaseUrl: url, databaseOwnerUrl: ownerUrl } = setting
  const place = placeOf(words)
  const isOpen = !LOOPBACK.includes(place.host)
  const { access, trustProxy, mayLeaveMachine } = readAccess(setting.access)
  if (isOpen && !mayLeaveMachine) throw new CliRefusal('service.unencrypted', place.host)
  const schedules = readSchedules(setting.schedules)
  if (!url) refuseHalfRestored(folder)
  await refuseSecond(folder)
  const end = asked()
  // Loaded here: no other command has a use for what answers over HTTP.
  const { buildHttp, startImportQueue, startQueue } = await import('@rasad/server/app')
  const rasad = await openRasad({ folder, url, ownerUrl })
  let importing: Awaited<ReturnType<typeof startImportQueue>> | undefined
  try {
    if (words['demoIfEmpty'] === true && (await needsDemonstration(rasad)))
      await loadBehindPage(rasad, place, { folder, language })
    if (isOpen && !(await readSnapshot(rasad.database, hasUsers)))
      throw new CliRefusal('service.nobody-may-enter', place.host)
    // The queue is there before somebody can ask for an import.
    importing = await startImportQueue(rasad)
    const requestLog = (line: string) => process.stderr.write(line)
    const http = buildHttp(rasad, { requestLog, access: access ?? {}, trustProxy, schedules })
    const address = await listen(http, place, folder)
    noteRunningServer(folder, { pid: process.pid, url: address })
    const queue = await startQueue(rasad, schedules)
    print(
      setting.json
        ? JSON.stringify({ url: address, pid: process.pid })
        : `${SERVICE_TEXT[language].ready} ${address}`,
    )
    await end
    await close(http)
    await importing?.stop()
    await queue.stop()
    await settleAll(rasad.database)
    forgetRunningServer(folder)
  } finally {
    await importing?.stop()
    await rasad.close()
  }
}

function placeOf(words: Words): Place {
  const port = Number(toLatinDigits(textOf(words, 'port') ?? DEFAULT_PORT))
  const host = textOf(words, 'host') ?? DEFAULT_HOST
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw badInput('port', 'not a port')
  return { port, host }
}

function badInput(field: string, message: string): Problem {
  return new Problem('bad-input', { fields: [{ field, message }] })
}

async function refuseSecond(folder: string): Promise<void> {
  const running = await findRunningServer(folder)
  if (running) throw new CliRefusal('service.running', running.url)
}

/** Loads the demonstration while a page at the address of the server tells how far it has come. */
async function loadBehindPage(
  rasad: Rasad,
  place: Place,
  { folder, language }: { folder: string; language: Language },
): Promise<void> {
  const page = await openWaitingPage(place, language).catch((error: unknown) =>
    refuseTaken(error, place, folder),
  )
  const host = place.host.includes(':') ? `[${place.host}]` : place.host
  note(`${DEMO_TEXT[language].loadingFirst} http://${host}:${place.port}`)
  try {
    await loadFirst(rasad, language, page)
  } finally {
    await page.close()
  }
}

async function listen(http: Http, place: Place, folder: string): Promise<string> {
  try {
    return await http.listen(place)
  } catch (error) {
    await http.close()
    return refuseTaken(error, place, folder)
  }
}

async function refuseTaken(error: unknown, { port }: Place, folder: string): Promise<never> {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
  // Of two first starts at once, the other one may have been quicker.
  await refuseSecond(folder)
  throw new CliRefusal('service.port-taken', String(port), { cause: error })
}

/** Waits until somebody asks for the end: Ctrl-C, `rasad stop`, a closing terminal. */
function asked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

async function close(http: Http): Promise<void> {
  const hurry = setTimeout(() => http.server.closeAllConnections(), REQUESTS_END_WITHIN_MS)
  await http.close()
  clearTimeout(hurry)
}
