const NOTED = 'rasad.jobs.list'

/** Remembers in this tab how the list of jobs was last narrowed down, by its address. */
export function noteList(address: string): void {
  sessionStorage.setItem(NOTED, address)
}

/** The list of jobs of a province as it was last looked at, else the whole of it. */
export function lastList(province: string): string {
  const noted = sessionStorage.getItem(NOTED)
  const isOfProvince =
    noted !== null && new URL(noted, location.origin).searchParams.get('province') === province
  return isOfProvince ? noted : `/jobs?province=${province}`
}
