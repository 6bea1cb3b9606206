/** Why a version cannot be notified: it was already, or a later one is in force. */
export type NoticeRefusal = 'commitment.already-notified' | 'commitment.overtaken'

/** Whether a version can be brought into force, by the version that is (null while none is). */
export function refuseNotice(
  { version, isNotified }: { version: number; isNotified: boolean },
  inForce: number | null,
): NoticeRefusal | undefined {
  if (isNotified) return 'commitment.already-notified'
  return inForce !== null && inForce > version ? 'commitment.overtaken' : undefined
}
