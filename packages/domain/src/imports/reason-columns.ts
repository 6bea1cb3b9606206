import type { Column } from './columns.ts'

const COLUMNS_BY_SUBJECT: Record<string, readonly Column[]> = {
  'national-id': ['nationalId'],
  'last-name': ['lastName', 'fullName'],
  'first-name': ['firstName', 'fullName'],
  'start-date': ['startDate'],
  'birth-date': ['birthDate'],
  age: ['birthDate'],
  county: ['county'],
  agency: ['agency'],
  sector: ['sector'],
  novelty: ['novelty'],
  directness: ['directness'],
  duplicate: ['nationalId'],
  claim: ['nationalId'],
  gender: ['gender'],
  mobile: ['mobile'],
  'job-type': ['jobType'],
  settlement: ['settlement'],
  'workshop-code': ['workshopCode'],
  isic: ['isic'],
  'service-type': ['serviceType'],
  'service-date': ['serviceDate'],
  amount: ['amount'],
}

/** Where in a row a person should look for what a reason or a warning says. */
export function columnsOfReason(code: string): readonly Column[] {
  return COLUMNS_BY_SUBJECT[code.slice(0, code.indexOf('.'))] ?? []
}
