/** A share in per cent with one decimal, computed from integers: 59,370 of 45,794 is 129.6. Null without a whole. */
export function percentOf(part: number, whole: number | null): number | null {
  if (whole === null || whole === 0) return null
  const thousandths = (BigInt(part) * 2000n + BigInt(whole)) / (2n * BigInt(whole))
  return Number(thousandths) / 10
}

/** The target in proportion to the time that has passed (هدف متناسب با زمان), rounded to the nearest whole job. */
export function proRataTarget(
  committed: number,
  { elapsedDays, totalDays }: { elapsedDays: number; totalDays: number },
): number {
  const elapsed = Math.min(Math.max(elapsedDays, 0), totalDays)
  return Math.floor((committed * elapsed * 2 + totalDays) / (2 * totalDays))
}
