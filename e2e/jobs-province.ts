import { API_ROOT } from '@rasad/contracts/define-route'
import { inject } from 'vitest'
import { newNationalId } from '../apps/server/test/national-ids.ts'

/** A period of a province of its own for one journey, changed and read through the API as another officer would. */
export type JobsProvince = {
  province: string
  /** Registers a job of a person with this family name; answers its number and the national ID. */
  register: (lastName: string, agency?: string) => Promise<{ jobId: number; nationalId: string }>
  claim: (lastName: string, nationalId: string, agency: string) => Promise<number>
  take: (jobId: number, step: string, reason?: string) => Promise<void>
  /** Where a job stands and why, by its last step. */
  lastStep: (jobId: number) => Promise<{ step: string; to: string; reason: string | null }>
}

/** Opens a period over the year 1404 that no other journey uses in this province. */
export async function openJobsProvince(province: string, period = '1404'): Promise<JobsProvince> {
  await post('/periods', {
    province,
    period,
    title: 'تعهد ۱۴۰۴',
    from: '1404-01-01',
    to: '1404-12-29',
  })
  const { counties } = await (await fetch(`${root()}/counties?province=${province}`)).json()
  const county = counties[0].code
  const entry = (lastName: string, nationalId: string, agency: string) => ({
    province,
    period,
    nationalId,
    firstName: 'مریم',
    lastName,
    agency,
    county,
    startDate: '1404-02-03',
  })
  return {
    province,
    register: async (lastName, agency = 'AGRI') => {
      const nationalId = newNationalId()
      const { job } = await post('/jobs', entry(lastName, nationalId, agency))
      return { jobId: job.jobId, nationalId }
    },
    claim: async (lastName, nationalId, agency) => {
      const body = { ...entry(lastName, nationalId, agency), startDate: '1404-03-04' }
      return (await post('/conflicts', body)).caseId
    },
    take: async (jobId, step, reason) => {
      await post(`/jobs/${province}/${jobId}/steps`, { step, ...(reason !== undefined && { reason }) })
    },
    lastStep: async (jobId) => {
      const response = await fetch(`${root()}/jobs/${province}/${jobId}`)
      return (await response.json()).steps.at(-1)
    },
  }
}

async function post(path: string, body: unknown) {
  const response = await fetch(`${root()}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return response.json()
}

function root(): string {
  return `${inject('journeys').url}${API_ROOT}`
}
