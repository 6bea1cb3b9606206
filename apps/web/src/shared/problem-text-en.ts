import { ACCESS_SENTENCES } from './access-refusal-text.ts'
import { HELD_PERSON_TEXT } from '@rasad/domain/jobs/held-person-text'
import { formattingOf } from './fa.ts'
import type { ProblemSentences } from './problem-sentences.ts'

const { count } = formattingOf('en')

/** The refusals in English, for the page. */
export const PROBLEM_SENTENCES_EN: ProblemSentences = {
  ...ACCESS_SENTENCES.en,
  'bad-input': ({ fields }) =>
    `What was sent is not accepted; check these parts: ${fields.map(({ field }) => field).join(', ')}`,
  'not-allowed': () => 'You may not do this. If you should, tell the operator.',
  'not-found': ({ kind }) => `There is no such ${kind}. Check the province and the period.`,
  'too-large': ({ limit }) =>
    `The file is larger than ${count(Math.round(limit / 1_048_576))} MB. Send it as several files.`,
  fault: () => 'An unforeseen fault on the server. Try again; if it stays, give its id to the operator.',

  'task.running': () => 'It is under way already. Wait for its end.',
  'task.no-queue': () => 'The queue of this system has never been started; tell the operator.',

  'period.exists': () => 'This period is open already.',
  'period.ends-before-it-begins': () => 'The period ends before it begins.',
  'period.cutoff-before-end': () => 'The registration cut-off lies before the end of the period.',
  'period.changed-meanwhile': () =>
    'The period has changed meanwhile. Look at the change, then decide again.',

  'remark.changed-meanwhile': () =>
    'The remark has changed meanwhile. Look at the change, then decide again.',
  'remark.too-long': ({ length, longest }) =>
    `The remark has ${count(length)} characters; it holds ${count(longest)} at most.`,
  'remark.names-a-person': () =>
    'The remark holds a national ID or a mobile number. It is read beside the figures; write it without naming persons.',

  'commitment.does-not-add-up': ({ mismatches }) =>
    `The commitment does not add up and was not set: ${count(mismatches.length)} wholes differ from their cells.`,
  'commitment.unreadable': ({ lines }) =>
    `The commitment cannot be read: ${count(lines.length)} cells are not right.`,
  'commitment.cannot-hold': ({ wanted, possible }) =>
    `This split cannot be made: ${count(wanted)} is wanted and the nearest possible value is ${count(possible)}. Set one whole or pin free.`,
  'commitment.weights-unusable': () =>
    'No weights can be made from these factors; add another or check the coefficients.',
  'commitment.already-notified': ({ version }) => `Version ${count(version)} has been notified already.`,
  'commitment.overtaken': ({ version, inForce }) =>
    `Version ${count(version)} cannot be notified any more: version ${count(inForce)} has taken its place.`,

  'job.wrong-state': () => 'This step cannot be taken from where the job stands now. Look at the job again.',
  'job.reason-missing': () => 'This step needs a reason; write it.',
  'job.corrections-misplaced': () => 'Corrections go with the step "correct" only.',
  'job.changed-meanwhile': () => 'The job has changed meanwhile. Look at the change, then decide again.',
  'job.nothing-to-correct': () => 'There is nothing to correct: what you gave is what is registered.',
  'job.refused': ({ reasons }) => `The job was not accepted; it has ${count(reasons.length)} faults.`,
  ...HELD_PERSON_TEXT.en,
  'job.claim-decided': ({ caseId }) => `The agency lost its claim on this person in case ${caseId}.`,
  'job.nobody-else-holds': () => 'No other agency holds the person in this period; register the job.',

  'job.own-registration': () => 'You registered this job; somebody else takes this step.',
  'job.own-confirmation': () => 'You confirmed this job; somebody else takes this step.',
  'job.own-agency': () => 'This job is of your own agency; somebody outside of it takes this step.',

  'conflict.own-claim': () =>
    'You work for one of the parties, or registered its claim; somebody of neither decides.',
  'conflict.already-decided': ({ caseId }) => `Case ${caseId} has been decided already.`,
  'conflict.job-not-counted': () =>
    'The job of this case is not counted any more; there is nothing to decide.',

  'import.no-file': () => 'No file was sent.',
  'import.not-a-job-list': () =>
    'No job list was found in the file: no sheet has the headers of national ID and start date. Correct the headers or name the columns yourself.',
  'import.unknown-column': ({ header }) => `The column named for the header "${header}" is not known.`,
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
  'import.agency-not-allowed': ({ agency }) => `You may not send lists for ${agency}.`,

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

  'figure.batch-unknown': ({ batch }) => `The ledger of the province has no batch ${batch}.`,
  'figure.moment-in-future': () => 'This moment has not come yet; choose a day up to today.',
  'paper.too-many-rows': ({ limit }) =>
    `Paper and sheets hold at most ${count(limit)} rows; ask for less of it, or take CSV.`,
  'figure.batch-needs-a-province': () => 'A batch number means something within one province only.',
}
