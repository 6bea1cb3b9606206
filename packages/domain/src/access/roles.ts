import { PERMISSIONS, type Permission } from './permissions.ts'
import type { ScopeLevel } from './scope.ts'

/** What somebody is in the system (DOMAIN §5); a person has one role, in one scope. */
export const ROLES = [
  'operator',
  'ministry',
  'auditor',
  'governor',
  'econ-deputy',
  'labour-dg',
  'inspector',
  'county-governor',
  'county-officer',
  'agency-head',
  'agency-officer',
  'bank-rep',
] as const
export type Role = (typeof ROLES)[number]

type RoleRule = { levels: readonly ScopeLevel[]; permissions: readonly Permission[] }

const READING: readonly Permission[] = [
  'reference.read',
  'period.read',
  'commitment.read',
  'job.read',
  'conflict.read',
  'import.read',
  'figure.read',
]
const REGISTERING: readonly Permission[] = ['job.register', 'job.mend', 'job.step', 'person.reveal']
const IMPORTING: readonly Permission[] = ['import.run', 'import.undo', 'import.mapping']
const VERIFYING: readonly Permission[] = ['job.verify', 'job.step', 'person.reveal']

/** The whole policy: where each role stands and what it may do there. */
const RULES: Record<Role, RoleRule> = {
  operator: {
    levels: ['national'],
    permissions: [
      ...READING,
      'period.add',
      'ledger.check',
      'ledger.rebuild',
      'system.read',
      'system.operate',
      'user.read',
      'user.manage',
      'token.manage',
      'audit.read',
    ],
  },
  ministry: { levels: ['national'], permissions: READING },
  auditor: {
    levels: ['national', 'province'],
    permissions: [...READING, 'ledger.check', 'system.read', 'user.read', 'audit.read'],
  },
  governor: { levels: ['province'], permissions: [...READING, 'commitment.notify'] },
  'econ-deputy': {
    levels: ['province'],
    permissions: [
      ...READING,
      'period.add',
      'commitment.set',
      'commitment.notify',
      'conflict.decide',
      'job.step',
      'figure.remark',
      'audit.read',
    ],
  },
  'labour-dg': {
    levels: ['province'],
    permissions: [
      ...READING,
      'period.add',
      'commitment.set',
      'commitment.notify',
      ...REGISTERING,
      ...IMPORTING,
      'job.verify',
      'conflict.decide',
      'figure.remark',
      'audit.read',
    ],
  },
  inspector: { levels: ['province', 'county'], permissions: [...READING, ...VERIFYING] },
  'county-governor': { levels: ['county'], permissions: [...READING, 'figure.remark'] },
  'county-officer': {
    levels: ['county'],
    permissions: [...READING, ...REGISTERING, 'job.verify', 'figure.remark'],
  },
  'agency-head': {
    levels: ['agency'],
    permissions: [
      ...READING,
      'job.step',
      'job.confirm',
      'job.mend',
      'import.undo',
      'person.reveal',
      'figure.remark',
    ],
  },
  'agency-officer': {
    levels: ['agency'],
    permissions: [...READING, ...REGISTERING, ...IMPORTING, 'figure.remark'],
  },
  'bank-rep': { levels: ['bank'], permissions: ['reference.read', 'period.read'] },
}

/** What a role may do inside its scope. */
export function permissionsOf(role: Role): readonly Permission[] {
  return PERMISSIONS.filter((permission) => RULES[role].permissions.includes(permission))
}

/** The levels of scope a role can be given. */
export function levelsOf(role: Role): readonly ScopeLevel[] {
  return RULES[role].levels
}

/** Whoever verifies or notifies signs in with a second factor: one stolen password must not make a promise or a proof. */
export function needsSecondFactor(role: Role): boolean {
  const { permissions } = RULES[role]
  return permissions.includes('job.verify') || permissions.includes('commitment.notify')
}
