import { API_ROOT } from '@rasad/contracts/define-route'

const LOOK_AGAIN_MS = 100

/** A list as an agency sends it: the text of a CSV file. */
type SentList = { province: string; period: string; agency: string; name: string; text: string }

/** Imports a list through the API and waits until it has entered. */
export async function sendList(url: string, { text, ...list }: SentList): Promise<void> {
  const root = `${url}${API_ROOT}`
  const response = await fetch(`${root}/imports?${new URLSearchParams(list).toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: text,
  })
  if (!response.ok) throw new Error(await response.text())
  let run = await response.json()
  while (run.phase === 'waiting' || run.phase === 'reading' || run.phase === 'entering') {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    run = await (await fetch(`${root}/import-runs/${run.runId}`)).json()
  }
  if (run.phase !== 'done') throw new Error(JSON.stringify(run.problem))
}
