/** How a person works in the job: wage earner, self-employed, home-based business, member of a cooperative. */
export const JOB_TYPES = ['wage', 'self-employed', 'home-based', 'cooperative', 'unspecified'] as const
export type JobType = (typeof JOB_TYPES)[number]

/** What the job is to the economy: only a new job counts toward a commitment (DOMAIN §3.1). */
export const NOVELTY_CLASSES = ['new', 'retained', 'expanded', 'revived'] as const
export type NoveltyClass = (typeof NOVELTY_CLASSES)[number]

/** Whether the person works in the supported activity itself or the job followed from it (DOMAIN §3.1). */
export const DIRECTNESS = ['direct', 'indirect'] as const
export type Directness = (typeof DIRECTNESS)[number]

/** The person's gender as the register knows it. */
export const GENDERS = ['female', 'male', 'unspecified'] as const
export type Gender = (typeof GENDERS)[number]

/** Whether the place of work is a town or a village. */
export const SETTLEMENTS = ['urban', 'rural', 'unspecified'] as const
export type Settlement = (typeof SETTLEMENTS)[number]

/** The nine services an agency gives a person on the way into work, as the national register names them (DOMAIN §2.1). */
export const SERVICE_TYPES = [
  'information',
  'identification',
  'consulting',
  'training',
  'finance',
  'technology',
  'infrastructure',
  'permit',
  'promotion',
] as const
export type ServiceType = (typeof SERVICE_TYPES)[number]

/** Whether a job counts toward a commitment: new and direct ones do, the others are counted beside it. */
export function countsTowardCommitment(job: { novelty: NoveltyClass; directness: Directness }): boolean {
  return job.novelty === 'new' && job.directness === 'direct'
}
