import * as access from '@rasad/contracts/access'
import { searchAudit } from '@rasad/contracts/audit'
import { getSplitGround } from '@rasad/contracts/commitment-drafts'
import * as commitments from '@rasad/contracts/commitments'
import type { AnyRoute } from '@rasad/contracts/define-route'
import * as figures from '@rasad/contracts/figures'
import { listImportMappings } from '@rasad/contracts/import-mappings'
import * as importRuns from '@rasad/contracts/import-runs'
import * as importMappings from '@rasad/contracts/import-mappings'
import * as imports from '@rasad/contracts/imports'
import { countJobs, listRegistrars } from '@rasad/contracts/job-filter'
import * as jobs from '@rasad/contracts/jobs'
import * as ledger from '@rasad/contracts/ledger'
import * as organisations from '@rasad/contracts/organisations'
import * as papers from '@rasad/contracts/papers'
import * as periods from '@rasad/contracts/periods'
import * as places from '@rasad/contracts/places'
import * as queues from '@rasad/contracts/queues'
import * as remarks from '@rasad/contracts/remarks'
import * as system from '@rasad/contracts/system'
import * as users from '@rasad/contracts/users'
import type { Actor } from '@rasad/domain/access/scope'
import { bookOf } from './paper-files.ts'
import type { Acting, FilledWorld } from './scoped-world.ts'
import type { RequestWords } from './world.ts'

/** What is asked about oneself and names no place of anybody else: how to sign in, who one is, where one is signed in. */
export const ABOUT_ONESELF: readonly AnyRoute[] = [access.getSignInOptions, access.getMe, access.listSessions]

/** Every question that a world can be asked, by the ids of all that is in it. */
export function questionsAbout(world: FilledWorld): [AnyRoute, RequestWords][] {
  const { province, period } = world
  const place = { province, period }
  const jobIds = world.cells.flatMap((cell) => cell.jobs)
  const agencies = ['AGRI', 'SMT'] as const
  const cuts = [
    '',
    'county,agency',
    'county',
    'agency',
    'month,sector',
    'gender',
    'province,jobType',
    'activityLine',
  ]
  const truths = ['registered', 'committed'] as const
  return [
    [places.listProvinces, {}],
    [places.listCounties, { query: { province } }],
    [places.listLabourForce, { query: { province } }],
    [organisations.listAgencies, {}],
    [organisations.listBanks, {}],
    [organisations.listActivities, { query: { level: 'division' } }],
    [listImportMappings, { query: { province } }],
    [periods.listPeriods, { query: { province } }],
    [commitments.getCommitment, { query: place }],
    [commitments.listCommitmentVersions, { query: place }],
    [getSplitGround, { query: { ...place, kind: 'population' } }],
    [commitments.compareCommitments, { query: { ...place, from: world.version, to: world.version } }],
    [jobs.listJobs, { query: place }],
    [countJobs, { query: place }],
    [listRegistrars, { query: place }],
    [papers.getJobWorkbook, { query: place }],
    [papers.getJobCsv, { query: place }],
    ...world.cells.map(({ county, agency }): [AnyRoute, RequestWords] => [
      jobs.listJobs,
      { query: { ...place, county, agency } },
    ]),
    ...world.cells.map(({ county, agency }): [AnyRoute, RequestWords] => [
      papers.getJobCsv,
      { query: { ...place, county, agency } },
    ]),
    ...jobIds.map((jobId): [AnyRoute, RequestWords] => [jobs.getJob, { params: { province, jobId } }]),
    [jobs.listConflicts, { query: place }],
    [jobs.getConflict, { params: { province, caseId: world.foreignCase } }],
    [imports.listImports, { query: place }],
    ...agencies.flatMap((agency): [AnyRoute, RequestWords][] => {
      const params = { province, importId: world.imports[agency] }
      return [
        [imports.getImportRun, { params: { runId: world.runs[agency] } }],
        [importRuns.listRunRows, { params: { runId: world.runs[agency] } }],
        [importRuns.getRunPreview, { params: { runId: world.runs[agency] } }],
        [imports.getImportRun, { params: { runId: world.dryRuns[agency] } }],
        [importRuns.listRunRows, { params: { runId: world.dryRuns[agency] } }],
        [importRuns.getRunPreview, { params: { runId: world.dryRuns[agency] } }],
        [importRuns.getRunRow, { params: { runId: world.dryRuns[agency], sheetNumber: 0, row: 2 } }],
        [importRuns.getRunErrors, { params: { runId: world.dryRuns[agency] } }],
        [importRuns.listImportMendings, { params }],
        [papers.getImportedFile, { params }],
        [papers.getImportTemplate, { query: { ...place, agency } }],
        [papers.getCommitmentNotice, { query: { ...place, agency } }],
        [queues.streamEvents, { query: { ...place, runId: world.runs[agency], once: 'true' } }],
        [imports.listImports, { query: { ...place, agency } }],
        [imports.getImport, { params }],
        [imports.listImportRows, { params }],
        [imports.getErrorWorkbook, { params }],
        [importMappings.getImportMapping, { params: { province, agency } }],
        [jobs.listJobs, { query: { ...place, importId: world.imports[agency] } }],
      ]
    }),
    ...cuts.flatMap((by): [AnyRoute, RequestWords][] => [
      [figures.getFigures, { query: { ...place, by } }],
      [figures.getFigures, { query: { period, by } }],
      [figures.getFigures, { query: { ...place, by, asOf: '1' } }],
      [papers.getFigureCsv, { query: { ...place, by, language: 'en' } }],
    ]),
    [papers.getFigureWorkbook, { query: { ...place, by: 'county,agency', also: 'women' } }],
    [papers.getFigurePdf, { query: { ...place, by: 'county' } }],
    ...world.cells.map(({ county, agency }): [AnyRoute, RequestWords] => [
      figures.getFigures,
      { query: { ...place, county, agency } },
    ]),
    [figures.getDifference, { query: { ...place, from: '0' } }],
    ...remarks.REMARKED.map((by): [AnyRoute, RequestWords] => [
      remarks.listRemarks,
      { query: { ...place, by } },
    ]),
    ...world.cells.flatMap(({ county, agency }): [AnyRoute, RequestWords][] => [
      [remarks.getRemarkHistory, { query: { ...place, county } }],
      [remarks.getRemarkHistory, { query: { ...place, agency } }],
    ]),
    ...truths.map((truth): [AnyRoute, RequestWords] => [
      figures.getPassport,
      { query: { ...place, truth, limit: '200' } },
    ]),
    [papers.getCommitmentWorkbook, { query: place }],
    [papers.getCommitmentNotice, { query: place }],
    [importRuns.listImportRuns, { query: { province } }],
    [papers.getImportTemplate, { query: place }],
    [importMappings.getImportMapping, { params: { province, agency: importMappings.SEVERAL_AGENCIES } }],
    [ledger.listDays, { query: place }],
    [places.getMap, { query: { province } }],
    [places.getOutlines, { query: { province } }],
    [queues.getQueues, { query: place }],
    [users.listUsers, { query: { province } }],
    [users.listUsers, {}],
    ...[province, ...world.cells.map(({ county }) => `${province}-${county}`), `${province}-agri`].map(
      (at): [AnyRoute, RequestWords] => [users.getUser, { params: { userName: `officer.${at}` } }],
    ),
    [users.listTokens, {}],
    [searchAudit, { query: { province } }],
    [searchAudit, { query: { limit: '500' } }],
    [ledger.listBatches, { query: { province } }],
    [ledger.checkLedger, { query: { province } }],
    [ledger.checkLedger, {}],
    [system.getSystem, {}],
  ]
}

/** A place that an answer names, and on which way it was asked for. */
export type Found = { path: string; place: { province?: string; county?: string; agency?: string } }

/** Every place that an answer names, wherever in it. */
export function placesIn(path: string, value: unknown): Found[] {
  if (Array.isArray(value)) return value.flatMap((item) => placesIn(path, item))
  if (typeof value !== 'object' || value === null) return []
  const { province, county, agency } = value as Record<string, unknown>
  const codes = Object.entries({ province, county, agency }).map(
    ([kind, place]) => [kind, codeOf(place)] as const,
  )
  const named = codes.filter(([, code]) => typeof code === 'string' && code !== '')
  const own = named.length === 0 ? [] : [{ path, place: Object.fromEntries(named) as Found['place'] }]
  return [...own, ...Object.values(value).flatMap((part) => placesIn(path, part))]
}

/** A place is named by its code, or by an object with its code and name. */
function codeOf(place: unknown): unknown {
  return typeof place === 'object' && place !== null && 'code' in place ? place.code : place
}

/** An answer as it can be looked through: JSON, the cells of a table file, what a stream said, or the text. */
export type ScopeAnswer = { contract: AnyRoute; words: RequestWords; status: number; body: unknown }

/** Asks every question about these worlds as somebody. */
export async function answersOf(
  { acting, home }: { acting: Acting; home: FilledWorld },
  worlds: readonly FilledWorld[],
  actor: Actor,
): Promise<ScopeAnswer[]> {
  const answers: ScopeAnswer[] = []
  for (const [contract, words] of worlds.flatMap(questionsAbout)) {
    const { statusCode, headers, body, rawPayload } = await acting.as(actor, () => home.ask(contract, words))
    const read = await bodyOf(String(headers['content-type']), body, rawPayload)
    answers.push({ contract, words, status: statusCode, body: read })
  }
  return answers
}

async function bodyOf(type: string, text: string, bytes: Buffer): Promise<unknown> {
  if (type.includes('json')) return JSON.parse(text)
  if (type.includes('spreadsheetml')) return cellsOf(bytes)
  if (type.includes('csv')) return text.replace(/^\uFEFF/, '')
  if (type.includes('event-stream'))
    return [...text.matchAll(/^data: (.+)$/gm)].map(([, content]) => JSON.parse(content!) as unknown)
  return text
}

/** Every cell of every sheet of a workbook. */
async function cellsOf(bytes: Buffer): Promise<(string | number)[]> {
  const cells: (string | number)[] = []
  for (const sheet of (await bookOf(bytes)).worksheets)
    sheet.eachRow((row) =>
      row.eachCell(({ value, text }) => {
        cells.push(typeof value === 'number' ? value : text)
      }),
    )
  return cells
}
