/** A user's address is never written to; the name before it is what the OIDC provider's claim is matched with. */
export function addressOfUser(userName: string): string {
  return `${userName}@users.rasad.invalid`
}
