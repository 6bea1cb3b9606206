import type { VersionHead } from './commitments-query.ts'

/** Where a version stands: counted nowhere yet, counted now, counted until a later one, or passed over. */
export type VersionState = 'draft' | 'in-force' | 'amended' | 'overtaken'

/** The number of the version in force; null while none has been notified. */
export function inForceOf(versions: readonly VersionHead[]): number | null {
  const notified = versions.filter(({ notice }) => notice !== null).map(({ version }) => version)
  return notified.length === 0 ? null : Math.max(...notified)
}

/** Where a version stands beside the one in force. */
export function stateOf({ version, notice }: VersionHead, inForce: number | null): VersionState {
  if (version === inForce) return 'in-force'
  if (notice !== null) return 'amended'
  return inForce !== null && version < inForce ? 'overtaken' : 'draft'
}
