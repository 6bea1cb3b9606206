import { z } from 'zod'
import { defineRead } from './define-route.ts'
import { Text } from './wire.ts'

export const listAgencies = defineRead({
  path: '/agencies',
  summary: 'The agencies that can hold a share of a commitment',
  permission: 'reference.read',
  params: z.object({}),
  query: z.object({}),
  response: z.object({
    agencies: z.array(
      z.object({
        code: z.string(),
        nameFa: z.string(),
        nameEn: z.string(),
        shortFa: z.string(),
        sector: z.string().nullable(),
      }),
    ),
  }),
})

export const listBanks = defineRead({
  path: '/banks',
  summary: 'The banks, by the three digits that name each in an IBAN',
  permission: 'reference.read',
  params: z.object({}),
  query: z.object({}),
  response: z.object({
    banks: z.array(
      z.object({ code: z.string(), nameFa: z.string(), nameEn: z.string(), active: z.boolean() }),
    ),
  }),
})

export const listActivities = defineRead({
  path: '/activities',
  summary: 'The economic activities of ISIC revision 4; its divisions are the activity lines of figures',
  permission: 'reference.read',
  params: z.object({}),
  query: z.object({ level: Text.pipe(z.enum(['section', 'division', 'group', 'class'])).optional() }),
  response: z.object({
    activities: z.array(
      z.object({
        code: z.string(),
        level: z.string(),
        nameFa: z.string(),
        nameEn: z.string(),
        sector: z.string(),
      }),
    ),
  }),
})
