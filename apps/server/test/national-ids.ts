/** The nth valid national ID of the tests: ten digits with a right check digit, each n another person. */
function nationalIdOf(n: number): string {
  const body = String(100_000_000 + ((n * 7_919 + 1_234_567) % 800_000_000))
  const sum = [...body].reduce((all, digit, index) => all + Number(digit) * (10 - index), 0)
  const rest = sum % 11
  return `${body}${rest < 2 ? rest : 11 - rest}`
}

let last = 0

/** A person no test of this file has named yet. */
export function newNationalId(): string {
  last += 1
  return nationalIdOf(last)
}

/** Leaves out so many persons, for a file in whose province others name the first ones. */
export function leaveOutNationalIds(many: number): void {
  last += many
}

/** Begins with the first person again, for the next file of the same process. */
export function forgetNationalIds(): void {
  last = 0
}
