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

export const getMap = defineRead({
  path: '/map',
  summary: 'The counties of a province on a map: tiles, and whether there are outlines',
  permission: 'reference.read',
  params: z.object({}),
  query: z.object({ province: ProvinceCode }),
  response: z.object({
    province: z.string(),
    counties: z.array(
      z.object({
        code: z.string(),
        nameFa: z.string(),
        nameEn: z.string(),
        tile: z.object({ column: z.number().int(), row: z.number().int() }).nullable(),
      }),
    ),
    /** The state of the outlines, as the ETag of `/map/outlines`; null where the operator has loaded none. */
    outlines: z.string().nullable(),
  }),
})

/** As GeoJSON; it is asked for again only when the ETag has changed. */
export const getOutlines = defineRead({
  path: '/map/outlines',
  summary: 'The outlines of the counties of a province that the operator has loaded, as GeoJSON',
  permission: 'reference.read',
  params: z.object({}),
  query: z.object({ province: ProvinceCode }),
  response: z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        /** `covers` names the counties that the outline also stands for: younger ones that were part of it. */
        properties: z.object({ code: z.string(), covers: z.array(z.string()) }),
        geometry: z.looseObject({ type: z.string() }),
      }),
    ),
  }),
})

/** What is known of the labour force of a place in a year. */
export const LabourForce = z
  .object({
    /** A county, or the province itself. */
    code: z.string(),
    /** Jalali. */
    year: z.number().int(),
    active: z.number().int().nullable(),
    /** In per cent. */
    unemploymentRate: z.number().nullable(),
    /** As the operator's table names it; null for the census that the product brings. */
    source: z.string().nullable(),
  })
  .meta({ id: 'LabourForce' })
export type LabourForce = z.infer<typeof LabourForce>

export const listLabourForce = defineRead({
  path: '/labour-force',
  summary:
    'The newest that is known of the labour force of a province and its counties, with year and source',
  permission: 'reference.read',
  params: z.object({}),
  query: z.object({ province: ProvinceCode }),
  response: z.object({ known: z.array(LabourForce) }),
})
