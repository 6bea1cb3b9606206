import { needsSecondFactor, type Role } from './roles.ts'

/** How somebody who gave a name and a password, or came from the provider, stands. */
export type SignInStanding = {
  role: Role
  /** An authenticator is set up. */
  secondFactorOn: boolean
  /** Its code was given in this session. */
  secondFactorGiven: boolean
  mustChangePassword: boolean
}

/** What is still to be done before everything else is open, in this order. */
export const SIGN_IN_STATES = [
  'second-factor-needed',
  'password-to-change',
  'second-factor-to-set-up',
  'signed-in',
] as const
export type SignInState = (typeof SIGN_IN_STATES)[number]

/** What is still to be done before a session may be used for its role. */
export function signInStateOf(standing: SignInStanding): SignInState {
  if (standing.secondFactorOn && !standing.secondFactorGiven) return 'second-factor-needed'
  if (standing.mustChangePassword) return 'password-to-change'
  if (needsSecondFactor(standing.role) && !standing.secondFactorOn) return 'second-factor-to-set-up'
  return 'signed-in'
}
