import { ACCESS_SENTENCES } from './access-refusal-text.ts'
import { HELD_PERSON_TEXT } from '@rasad/domain/jobs/held-person-text'
import { formattingOf } from '@rasad/domain/persian/formatting'
import { withCode, type Names } from '@rasad/server/modules/places/names.queries'
import { jobStateText, jobStepText, reasonText } from './job-text.ts'
import {
  matrixFaultText,
  notFoundText,
  wholeText,
  type Mismatch,
  type ProblemSentences,
} from './problem-words.ts'
import { cannotHoldText, weightsUnusableText } from './split-refusal-text.ts'

const { count } = formattingOf('en')

/** The refusals in English: what is wrong and what to do. */
export const PROBLEM_SENTENCES_EN: ProblemSentences = {
  'bad-input': ({ fields }) => fields.map(({ field, message }) => `${field}: ${message}`).join('\n'),
  'not-allowed': ({ permission }) => `You may not do this (${permission}).`,
  'not-found': ({ kind, id }, names) => notFoundText('en', { kind, id }, names),
  'too-large': ({ limit }) =>
    `The file is larger than ${count(Math.round(limit / 1_048_576))} MB. Send it as several files.`,
  fault: () => 'An unforeseen fault.',

  ...ACCESS_SENTENCES.en,

  'reference.not-villages': ({ file, missing }) =>
    `${file} is no table of villages; it lacks the columns ${missing.join(', ')}`,
  'reference.not-outlines': ({ file }) =>
    `${file} is no GeoJSON collection of outlines; each needs a code and a geometry.`,
  'reference.not-labour-force': ({ file, row }) =>
    `Row ${row} of ${file} cannot be read. Columns: code, year (such as 1404), active, unemployment_rate (per cent) and source; one of the two figures may be empty.`,

  'period.exists': ({ period }) => `The period ${period} is open already. All of them: rasad period list`,
  'period.ends-before-it-begins': () => 'The period ends before it begins. Check --from and --to.',
  'period.cutoff-before-end': () =>
    'The registration cut-off lies before the end of the period. Check --cutoff.',
  'period.changed-meanwhile': () =>
    'The period has changed meanwhile. Look at the change, then decide again.',

  'remark.changed-meanwhile': ({ version }) =>
    `The remark has changed meanwhile, to version ${count(version)}. Look at it: rasad remark show`,
  'remark.too-long': ({ length, longest }) =>
    `The remark has ${count(length)} characters; it holds ${count(longest)} at most.`,
  'remark.names-a-person': () =>
    'The remark holds a national ID or a mobile number. Write it without naming persons.',

  'commitment.does-not-add-up': ({ mismatches }, names) =>
    [
      'The commitment does not add up and was not set:',
      ...mismatches.map((mismatch) => `  ${mismatchText(mismatch, names)}`),
    ].join('\n'),
  'commitment.unreadable': ({ lines }) =>
    [
      'The commitment cannot be read:',
      ...lines.map(
        ({ line, cell, reason }) => `  line ${count(line)}, "${cell}": ${matrixFaultText('en', reason)}`,
      ),
    ].join('\n'),

  'commitment.cannot-hold': (params, names) => cannotHoldText('en', names, params),
  'commitment.weights-unusable': (params) => weightsUnusableText('en', params),
  'commitment.already-notified': ({ version }) => `Version ${count(version)} has been notified already.`,
  'commitment.overtaken': ({ version, inForce }) =>
    `Version ${count(version)} cannot be notified any more: version ${count(inForce)} has taken its place.`,

  'job.wrong-state': ({ state, step }) =>
    `The step "${jobStepText('en', step)}" cannot be taken from "${jobStateText('en', state)}". The possible ones: rasad jobs show`,
  'job.reason-missing': ({ step }) => `The step "${jobStepText('en', step)}" needs a reason: --reason`,
  'job.corrections-misplaced': () =>
    'Corrections go with the step "correct" only; take that step, or leave them out.',
  'job.changed-meanwhile': () => 'The job has changed meanwhile. Look at it again, then decide.',
  'job.nothing-to-correct': () => 'There is nothing to correct: what was given is what is registered.',
  'job.refused': ({ reasons }) =>
    ['The job was not accepted:', ...reasons.map((code) => `  ${reasonText('en', code)}`)].join('\n'),
  ...HELD_PERSON_TEXT.en,
  'job.claim-decided': ({ caseId }) => `The agency lost its claim on this person in case ${caseId}.`,
  'job.nobody-else-holds': () => 'No other agency holds the person in this period; register the job.',
  'job.own-registration': ({ step }) =>
    `You registered this job; somebody else takes the step "${jobStepText('en', step)}".`,
  'job.own-confirmation': ({ step }) =>
    `You confirmed this job; somebody else takes the step "${jobStepText('en', step)}".`,
  'job.own-agency': ({ step, agency }, names) =>
    `This job is of your own agency, ${withCode(names.agency(agency), agency)}; the step "${jobStepText('en', step)}" is taken by another.`,

  'conflict.already-decided': ({ caseId }) => `Case ${caseId} has been decided already.`,
  'conflict.own-claim': ({ agency }, names) =>
    `You work for ${withCode(names.agency(agency), agency)}, or registered its claim; somebody of neither agency decides.`,
  'conflict.job-not-counted': ({ caseId }) =>
    `The job of case ${caseId} is not counted any more; there is nothing to decide.`,

  'import.no-file': () => 'No file was sent.',
  'import.not-a-job-list': ({ sheets }) =>
    `No job list was found in the file: no sheet has the headers of national ID and start date (sheets: ${sheets.join(', ')}). Mend the headers or name them with --map.`,
  'import.unknown-column': ({ header, column }) =>
    `The column ${column} for the header "${header}" is not known.`,
  'import.already-undone': ({ importId }) => `Import ${importId} has been undone already.`,
  'import.moved-on': ({ importId, jobs }) =>
    `Import ${importId} cannot be undone: ${count(jobs)} of its jobs have moved on.`,
  'import.run-ended': () => 'This import has ended and cannot be cancelled any more.',
  'import.run-not-kept': () =>
    'The rows of this check are not kept any more; send the file to be checked again.',
  'import.run-entering': ({ by }) =>
    `This list is being imported (${by}); it takes no changes until that has ended.`,
  'import.run-not-free': () =>
    'This check is still under way, or has been imported or checked again already; open the latest check of this file.',
  'import.row-mended-meanwhile': ({ row }) =>
    `Row ${row} has changed meanwhile; look at it as it stands now and mend it again.`,
  'import.agency-not-allowed': ({ agency }, names) =>
    `You may not send lists for ${withCode(names.agency(agency), agency)}.`,

  'workbook.empty': () => 'The file is empty.',
  'workbook.not-a-workbook': () => 'The file is no Excel, ODS or CSV file. Save the list as one of these.',
  'workbook.encrypted': () => 'The file has a password. Save it without one.',
  'workbook.too-large': () => 'The file is too large. Send it as several files.',
  'workbook.unpacks-too-large': () => 'What is packed in the file is too large, and it was not opened.',
  'workbook.too-many-rows': () => 'The list has too many rows. Send it as several files.',
  'workbook.type-mismatch': () =>
    'The file is not what its name says and cannot be read. Save it anew as .xlsx.',
  'workbook.damaged': () => 'The file is damaged. Open it in Excel and save it anew.',
  'workbook.encoding-unknown': () => 'The characters of the CSV file cannot be read. Save it as UTF-8.',

  'figure.batch-unknown': ({ batch }) =>
    `The ledger of the province has no batch ${batch}. All of them: rasad ledger batches`,
  'figure.moment-in-future': ({ moment }) => `${moment} has not come yet.`,
  'figure.batch-needs-a-province': () =>
    'A batch number means something within one province only: --province',

  'database.newer': ({ migration }) =>
    `These data are of a newer Rasad (${migration}). Install that version or a newer one; nothing was changed.`,
  'database.altered': ({ migration }) =>
    `The schema of the database is not this version's (${migration} is another one). Install the version that made these data; nothing was changed.`,
  'database.server-too-old': ({ version }) =>
    `Rasad needs PostgreSQL 17 or newer; this server is ${version}. Upgrade the server.`,

  'paper.too-many-rows': ({ limit }) =>
    `Paper and sheets hold at most ${limit} rows; ask for less of it, or take CSV.`,
  'backup.running': () => 'Another backup of this database is being made. Wait for its end.',
  'backup.none': ({ folder }) =>
    `There is no backup in ${folder}. Make one with rasad backup, or name another folder.`,
  'backup.damaged': ({ backup, files }) =>
    [
      `The backup ${backup} is damaged and nothing was restored. Take another one. Damaged:`,
      ...files.map((file) => `  ${file}`),
    ].join('\n'),
  'backup.of-another-version': ({ migration }) =>
    `The backup was made by another version of Rasad: this one does not have its migration ${migration}. Restore it with that version or a newer one.`,
  'restore.folder-not-empty': ({ folder, found }) =>
    `${folder} is not empty (${found.join(', ')}). Name an empty folder with --data.`,
  'restore.database-not-empty': ({ tables }) =>
    `The database of DATABASE_URL is not empty (${tables.slice(0, 5).join(', ')}). Name an empty one.`,
  'demonstration.not-empty': () =>
    'The demonstration is loaded only where nothing has been entered, and this data folder already has commitment periods or a demonstration. Name an empty folder: rasad demo --data DIR',
  'demonstration.broken-off': () =>
    'Loading the demonstration was broken off in this data folder. Remove the folder, or name another with --data, and load it again: rasad demo',
  'drill.running': () => 'Another drill is being run. Wait for its end.',
  'task.running': () => 'It is under way already. Wait for its end.',
  'task.no-queue': () => 'No server has done any work of the queue here yet. Start one: rasad start',
}

function mismatchText({ line, stated, sum, ...whole }: Mismatch, names: Names): string {
  const at = line > 0 ? `line ${count(line)}, ` : ''
  return `${at}${wholeText('en', whole, names)}: stated ${count(stated)}, the cells sum to ${count(sum)}`
}
