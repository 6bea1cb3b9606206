import { z } from 'zod'
import { defineRead } from './define-route.ts'
import { ProvinceCode } from './wire.ts'

export const listProvinces = defineRead({
  path: '/provinces',
  summary: 'The provinces of the country',
  permission: 'reference.read',
  params: z.object({}),
  query: z.object({}),
  response: z.object({
    provinces: z.array(z.object({ code: z.string(), nameFa: z.string(), nameEn: z.string() })),
  }),
})

export const listCounties = defineRead({
  path: '/counties',
  summary: 'The counties of a province',
  permission: 'reference.read',
  params: z.object({}),
  query: z.object({ province: ProvinceCode }),
  response: z.object({
    counties: z.array(
      z.object({
        code: z.string(),
        nameFa: z.string(),
        nameEn: z.string(),
        validFrom: z.string().nullable(),
        validTo: z.string().nullable(),
        tile: z.object({ column: z.number().int(), row: z.number().int() }).nullable(),
      }),
    ),
  }),
})
