import {
  PROBLEMS,
  type ProblemBody,
  type ProblemCode,
  type ProblemParams,
} from '@rasad/contracts/problem-catalogue'
import pg from 'pg'
import { WorkbookRefusal } from './workbook/workbook-refusal.ts'

/** A refusal: something a person asked for that the rules do not allow. It has a permanent code and typed parameters. */
export class Problem<Code extends ProblemCode = ProblemCode> extends Error {
  readonly code: Code
  readonly params: ProblemParams<Code>

  constructor(code: Code, params: ProblemParams<Code>, options?: ErrorOptions) {
    super(code, options)
    this.name = 'Problem'
    this.code = code
    this.params = params
  }

  get status(): number {
    return PROBLEMS[this.code].status
  }
}

/** The body of a refusal as it goes over the wire. */
export function problemBody(problem: Problem, requestId?: string): ProblemBody {
  const { code, status, params } = problem
  const request = requestId === undefined ? {} : { requestId }
  return { type: `urn:rasad:problem:${code}`, title: code, status, code, params: { ...params }, ...request }
}

// What a row must name, by the constraint that says so: naming another one is a refusal, not a fault.
const NAMED_BY: Record<string, string> = {
  commitment_period_lies_in_a_province: 'province',
  audit_lies_in_a_province: 'province',
  import_mapping_names_an_agency: 'agency',
  job_import_names_an_agency: 'agency',
  import_run_names_an_agency: 'agency',
  user_role_lies_in_a_province: 'province',
  user_role_names_an_agency: 'agency',
  user_role_names_a_bank: 'bank',
  user_role_names_an_employer: 'agency',
  api_token_lies_in_a_province: 'province',
  api_token_names_an_agency: 'agency',
}

/** A refusal of the database or of a workbook becomes a problem where it has a name we know; the rest stay faults. */
export function asProblem(error: unknown): unknown {
  if (error instanceof WorkbookRefusal) return new Problem(error.code, error.params, { cause: error })
  if (!(error instanceof pg.DatabaseError)) return error
  const kind = NAMED_BY[error.constraint ?? '']
  const named = valueIn(error)
  if (kind !== undefined) return new Problem('not-found', { kind, id: named }, { cause: error })
  if (error.constraint === 'commitment_period_is_known_by_name') {
    return new Problem('period.exists', { period: named }, { cause: error })
  }
  if (error.constraint === 'user_is_known_by_name')
    return new Problem('user.exists', { userName: named }, { cause: error })
  if (error.constraint === 'api_token_is_known_by_name')
    return new Problem('token.exists', { name: named }, { cause: error })
  if (
    error.constraint === 'job_step_is_known_by_number' ||
    error.constraint === 'job_is_one_per_person_and_period'
  ) {
    return new Problem('job.changed-meanwhile', { version: 0 }, { cause: error })
  }
  return error
}

/** The last value of the key that a constraint complains of: `Key (province_id, period_id)=(15, 1404) already exists.` */
function valueIn({ detail = '' }: pg.DatabaseError): string {
  return /=\((?:.*, )?(.*)\) /.exec(detail)?.[1] ?? ''
}
