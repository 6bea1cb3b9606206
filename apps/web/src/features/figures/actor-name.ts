/** Who acted, without the kind of actor that the ledger writes before the name. */
export function actorName(actor: string): string {
  return actor.replace(/^user:/, '')
}
