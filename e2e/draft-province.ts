import { splitCommitment } from '@rasad/contracts/commitments'
import { API_ROOT } from '@rasad/contracts/define-route'
import { inject } from 'vitest'

const { url } = inject('journeys')

/** A period with a draft of 900 jobs over two agencies and three counties of a province of its own. */
export async function draftIn(province: string): Promise<string> {
  const send = async (path: string, body: object) => {
    const response = await fetch(`${url}${API_ROOT}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(await response.text())
  }
  const place = { province, period: '1404' }
  await send('/periods', { ...place, from: '1404-01-01', to: '1404-12-29' })
  await splitAgain(province, 'نسخهٔ نخست')
  return `/commitments/1?province=${province}&period=1404`
}

/** Makes the same split once more, as a colleague would. */
export async function splitAgain(province: string, reason = 'نسخهٔ همکار'): Promise<void> {
  const response = await fetch(`${url}${API_ROOT}${splitCommitment.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      province,
      period: '1404',
      total: 900,
      agencies: ['AGRI', 'SMT'],
      counties: ['01', '02', '03'].map((county) => province + county),
      factors: [
        {
          kind: 'chosen',
          values: [
            { agency: 'AGRI', value: 2 },
            { agency: 'SMT', value: 1 },
          ],
        },
      ],
      reason,
    }),
  })
  if (!response.ok) throw new Error(await response.text())
}
