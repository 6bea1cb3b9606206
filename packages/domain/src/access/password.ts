/** The fewest characters of a password. */
export const SHORTEST_PASSWORD = 10
const FEWEST_DIFFERENT = 4

/** Whether a new password may be taken: long enough, not a few characters over and over, and not the user name. */
export function isAcceptablePassword(password: string, userName: string): boolean {
  const characters = [...password]
  if (characters.length < SHORTEST_PASSWORD || new Set(characters).size < FEWEST_DIFFERENT) return false
  return password.trim().toLowerCase() !== userName.toLowerCase()
}
