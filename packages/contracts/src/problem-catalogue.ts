import { z } from 'zod'

const nothing = z.object({})
/** A job that counts a person, with the name of its agency in both languages. */
const Holder = z.object({
  jobId: z.number(),
  agency: z.string(),
  agencyName: z.object({ nameFa: z.string(), nameEn: z.string() }),
})

/** Every refusal the API can give. A code is public and permanent; retire one, never reuse it. */
export const PROBLEMS = {
  'bad-input': {
    status: 400,
    params: z.object({ fields: z.array(z.object({ field: z.string(), message: z.string() })) }),
  },
  'not-allowed': { status: 403, params: z.object({ permission: z.string() }) },
  'sign-in-needed': { status: 401, params: nothing },
  'not-found': { status: 404, params: z.object({ kind: z.string(), id: z.string() }) },
  'too-large': { status: 413, params: z.object({ limit: z.number() }) },
  fault: { status: 500, params: z.object({ requestId: z.string() }) },

  /** The same for an unknown user, a wrong password, a wrong code and a locked account. */
  'access.refused': { status: 401, params: nothing },
  'access.too-many-attempts': { status: 429, params: z.object({ seconds: z.number() }) },
  'access.second-factor-needed': { status: 403, params: nothing },
  'access.second-factor-to-set-up': { status: 403, params: nothing },
  'access.second-factor-already-on': { status: 409, params: nothing },
  'access.second-factor-not-on': { status: 409, params: nothing },
  'access.password-to-change': { status: 403, params: nothing },
  'access.password-too-weak': { status: 422, params: z.object({ shortest: z.number() }) },
  'access.other-site': { status: 403, params: nothing },
  'access.oidc-failed': { status: 502, params: nothing },
  'user.exists': { status: 409, params: z.object({ userName: z.string() }) },
  'user.place-not-of-role': {
    status: 422,
    params: z.object({ role: z.string(), levels: z.array(z.string()) }),
  },
  'user.last-operator': { status: 409, params: nothing },
  'user.changed-meanwhile': { status: 409, params: z.object({ version: z.number() }) },
  'token.exists': { status: 409, params: z.object({ name: z.string() }) },

  'reference.not-villages': {
    status: 422,
    params: z.object({ file: z.string(), missing: z.array(z.string()) }),
  },
  'reference.not-outlines': { status: 422, params: z.object({ file: z.string() }) },
  'reference.not-labour-force': {
    status: 422,
    params: z.object({ file: z.string(), row: z.number().int() }),
  },

  'period.exists': { status: 409, params: z.object({ period: z.string() }) },
  'period.ends-before-it-begins': { status: 422, params: nothing },
  'period.cutoff-before-end': { status: 422, params: nothing },
  'period.changed-meanwhile': { status: 409, params: z.object({ version: z.number() }) },

  'commitment.does-not-add-up': {
    status: 422,
    params: z.object({
      mismatches: z.array(
        z.object({
          agency: z.string().optional(),
          county: z.string().optional(),
          sector: z.string().optional(),
          programme: z.string().optional(),
          line: z.number(),
          stated: z.number(),
          sum: z.number(),
        }),
      ),
    }),
  },
  'commitment.unreadable': {
    status: 422,
    params: z.object({
      lines: z.array(z.object({ line: z.number(), cell: z.string(), reason: z.string() })),
    }),
  },

  'commitment.cannot-hold': {
    status: 422,
    params: z.object({
      code: z.string(),
      of: z.string(),
      name: z.string(),
      wanted: z.number(),
      possible: z.number(),
    }),
  },
  'commitment.weights-unusable': {
    status: 422,
    params: z.object({ code: z.string(), factor: z.number().nullable() }),
  },
  'commitment.already-notified': { status: 409, params: z.object({ version: z.number() }) },
  'commitment.overtaken': { status: 409, params: z.object({ version: z.number(), inForce: z.number() }) },

  'job.wrong-state': { status: 409, params: z.object({ state: z.string(), step: z.string() }) },
  'job.reason-missing': { status: 422, params: z.object({ step: z.string() }) },
  'job.corrections-misplaced': { status: 422, params: z.object({ step: z.string() }) },
  'job.changed-meanwhile': { status: 409, params: z.object({ version: z.number() }) },
  'job.nothing-to-correct': { status: 422, params: nothing },
  'job.refused': { status: 422, params: z.object({ reasons: z.array(z.string()) }) },
  'job.person-already-counted': { status: 409, params: Holder },
  'job.claimed-elsewhere': { status: 409, params: Holder },
  'job.claim-decided': { status: 409, params: z.object({ caseId: z.number() }) },
  'job.nobody-else-holds': { status: 409, params: nothing },
  'job.own-registration': { status: 403, params: z.object({ step: z.string() }) },
  'job.own-confirmation': { status: 403, params: z.object({ step: z.string() }) },
  'job.own-agency': { status: 403, params: z.object({ step: z.string(), agency: z.string() }) },

  'conflict.already-decided': { status: 409, params: z.object({ caseId: z.number() }) },
  'conflict.own-claim': { status: 403, params: z.object({ agency: z.string() }) },
  'conflict.job-not-counted': { status: 409, params: z.object({ caseId: z.number() }) },

  'import.no-file': { status: 415, params: nothing },
  'import.not-a-job-list': { status: 422, params: z.object({ sheets: z.array(z.string()) }) },
  'import.unknown-column': { status: 422, params: z.object({ header: z.string(), column: z.string() }) },
  'import.already-undone': { status: 409, params: z.object({ importId: z.number() }) },
  'import.moved-on': { status: 409, params: z.object({ importId: z.number(), jobs: z.number() }) },
  'import.run-ended': { status: 409, params: z.object({ runId: z.string(), phase: z.string() }) },
  'import.run-not-kept': { status: 409, params: z.object({ runId: z.string() }) },
  'import.run-entering': { status: 409, params: z.object({ runId: z.string(), by: z.string() }) },
  'import.run-not-free': { status: 409, params: z.object({ runId: z.string() }) },
  'import.row-mended-meanwhile': {
    status: 409,
    params: z.object({ row: z.number(), version: z.number() }),
  },
  'import.agency-not-allowed': { status: 403, params: z.object({ agency: z.string() }) },

  'workbook.empty': { status: 422, params: nothing },
  'workbook.not-a-workbook': { status: 422, params: z.object({ found: z.string().optional() }).loose() },
  'workbook.encrypted': { status: 422, params: nothing.loose() },
  'workbook.too-large': { status: 413, params: nothing.loose() },
  'workbook.unpacks-too-large': { status: 422, params: nothing.loose() },
  'workbook.too-many-rows': { status: 422, params: nothing.loose() },
  'workbook.type-mismatch': { status: 422, params: nothing.loose() },
  'workbook.damaged': { status: 422, params: nothing.loose() },
  'workbook.encoding-unknown': { status: 422, params: nothing.loose() },

  'figure.batch-unknown': { status: 404, params: z.object({ batch: z.number() }) },
  'figure.moment-in-future': { status: 422, params: z.object({ moment: z.string() }) },
  'figure.batch-needs-a-province': { status: 422, params: nothing },

  'remark.changed-meanwhile': { status: 409, params: z.object({ version: z.number() }) },
  'remark.too-long': { status: 422, params: z.object({ length: z.number(), longest: z.number() }) },
  'remark.names-a-person': { status: 422, params: nothing },

  'database.newer': { status: 409, params: z.object({ migration: z.string() }) },
  'database.altered': { status: 409, params: z.object({ migration: z.string() }) },
  'database.server-too-old': { status: 409, params: z.object({ version: z.string() }) },

  'paper.too-many-rows': { status: 422, params: z.object({ limit: z.number() }) },

  'demonstration.not-empty': { status: 409, params: nothing },
  'demonstration.broken-off': { status: 409, params: nothing },

  'backup.running': { status: 409, params: nothing },
  'backup.none': { status: 404, params: z.object({ folder: z.string() }) },
  'backup.damaged': { status: 422, params: z.object({ backup: z.string(), files: z.array(z.string()) }) },
  'backup.of-another-version': { status: 422, params: z.object({ migration: z.string() }) },
  'restore.folder-not-empty': {
    status: 409,
    params: z.object({ folder: z.string(), found: z.array(z.string()) }),
  },
  'restore.database-not-empty': { status: 409, params: z.object({ tables: z.array(z.string()) }) },
  'drill.running': { status: 409, params: nothing },
  'task.running': { status: 409, params: z.object({ task: z.string() }) },
  'task.no-queue': { status: 409, params: nothing },
} as const

export type ProblemCode = keyof typeof PROBLEMS
export type ProblemParams<Code extends ProblemCode> = z.input<(typeof PROBLEMS)[Code]['params']>

/** The body of a refusal, as RFC 9457 shapes it: `code` names the entry of the catalogue, `params` its particulars. */
export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  requestId: z.string().optional(),
})
export type ProblemBody = z.infer<typeof ProblemBody>
