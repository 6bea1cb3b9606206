/** Who did something, as a person reads it: the user's name, or the account of the machine. */
export function nameOfActor(id: string): string {
  return id.replace(/^(user|operator|token):/, '')
}
