/** What a person may be allowed to do; a route names the one it needs. */
export const PERMISSIONS = [
  'reference.read',
  'period.read',
  'period.add',
  'commitment.read',
  'commitment.set',
  'commitment.notify',
  'job.read',
  'job.register',
  'job.step',
  'conflict.read',
  'conflict.decide',
  'import.read',
  'import.run',
  'import.undo',
  'import.mapping',
  'figure.read',
  'ledger.check',
  'ledger.rebuild',
  'system.read',
] as const
export type Permission = (typeof PERMISSIONS)[number]
