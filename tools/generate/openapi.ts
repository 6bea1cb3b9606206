import { API_ROOT, type AnyRoute } from '@rasad/contracts/define-route'
import * as access from '@rasad/contracts/access'
import * as audit from '@rasad/contracts/audit'
import * as commitmentDrafts from '@rasad/contracts/commitment-drafts'
import * as commitments from '@rasad/contracts/commitments'
import * as figures from '@rasad/contracts/figures'
import * as bulkSteps from '@rasad/contracts/bulk-steps'
import * as importRuns from '@rasad/contracts/import-runs'
import * as importMappings from '@rasad/contracts/import-mappings'
import * as imports from '@rasad/contracts/imports'
import * as jobs from '@rasad/contracts/jobs'
import * as jobFilter from '@rasad/contracts/job-filter'
import * as ledger from '@rasad/contracts/ledger'
import * as organisations from '@rasad/contracts/organisations'
import * as papers from '@rasad/contracts/papers'
import * as periods from '@rasad/contracts/periods'
import * as places from '@rasad/contracts/places'
import * as queues from '@rasad/contracts/queues'
import * as remarks from '@rasad/contracts/remarks'
import * as system from '@rasad/contracts/system'
import * as users from '@rasad/contracts/users'
import { ProblemBody, PROBLEMS } from '@rasad/contracts/problem-catalogue'
import { z } from 'zod'

const SUBJECTS = {
  places,
  organisations,
  periods,
  commitments: { ...commitments, ...commitmentDrafts },
  jobs: { ...jobs, ...jobFilter, ...bulkSteps },
  imports: { ...imports, ...importRuns, ...importMappings },
  queues,
  ledger,
  figures: { ...figures, ...remarks },
  papers,
  system,
  access,
  users,
  audit,
}
type Json = Record<string, unknown>

/** Every route of the API with its name and subject. */
function listRoutes(): { name: string; subject: string; route: AnyRoute }[] {
  return Object.entries(SUBJECTS).flatMap(([subject, exports]) =>
    Object.entries(exports as Record<string, unknown>)
      .filter((entry): entry is [string, AnyRoute] => isRoute(entry[1]))
      .map(([name, route]) => ({ name, subject, route })),
  )
}

function isRoute(value: unknown): value is AnyRoute {
  return typeof value === 'object' && value !== null && 'permission' in value && 'path' in value
}

/** The API document, OpenAPI 3.1, from the contracts. */
export function generateOpenApi(): Record<string, string> {
  const schemas: Json = {}
  const paths: Record<string, Json> = {}
  for (const { name, subject, route } of listRoutes()) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, subject, route, schemas) }
  }
  schemas['ProblemBody'] = toSchema(ProblemBody, 'output', schemas)
  const document = {
    openapi: '3.1.0',
    info: { title: 'Rasad', version: '0.1.0', description: problemTable() },
    servers: [{ url: `http://127.0.0.1:4100${API_ROOT}` }],
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).toSorted(([one], [other]) => (one < other ? -1 : 1)),
      ),
    },
  }
  return { 'docs/openapi.json': `${JSON.stringify(document, null, 2)}\n` }
}

function operation(name: string, subject: string, route: AnyRoute, schemas: Json): Json {
  const parameters = [
    ...parametersOf(route.params, 'path', schemas),
    ...parametersOf(route.query, 'query', schemas),
  ]
  const status = name === 'startImport' ? '202' : '200'
  return {
    operationId: name,
    tags: [subject],
    summary: route.summary,
    'x-permission': route.permission,
    ...(route.method === 'GET' ? {} : { 'x-audit-action': route.action }),
    parameters,
    ...(route.method === 'GET'
      ? {}
      : { requestBody: { required: true, content: bodyOf(name, route.body, schemas) } }),
    responses: {
      [status]: { description: 'OK', content: answerOf(route, schemas) },
      default: {
        description: 'A refusal or a fault',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemBody' } } },
      },
    },
  }
}

function bodyOf(name: string, body: z.ZodType, schemas: Json): Json {
  if (name === 'startImport')
    return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  return { 'application/json': { schema: toSchema(body, 'input', schemas) } }
}

function answerOf({ file, response }: AnyRoute, schemas: Json): Json {
  if (file === undefined) return { 'application/json': { schema: toSchema(response, 'output', schemas) } }
  return { [file]: { schema: { type: 'string', format: 'binary' } } }
}

function parametersOf(shape: z.ZodObject, place: 'path' | 'query', schemas: Json): Json[] {
  const schema = toSchema(shape, 'input', schemas) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const required = place === 'path' || (schema.required?.includes(name) ?? false)
    return { name, in: place, required, schema: property }
  })
}

/** A schema with its named parts moved to the components. */
function toSchema(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const {
    $defs = {},
    $schema: _dialect,
    ...own
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  const { id, ...rest } = own
  const moved = (part: unknown): Json =>
    JSON.parse(JSON.stringify(part).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json
  for (const [name, part] of Object.entries($defs as Record<string, Json>))
    schemas[name] = withoutId(moved(part))
  if (typeof id !== 'string') return moved(rest)
  schemas[id] = moved(rest)
  return { $ref: `#/components/schemas/${id}` }
}

function withoutId({ id: _id, ...schema }: Json): Json {
  return schema
}

function problemTable(): string {
  const lines = Object.entries(PROBLEMS).map(([code, { status }]) => `| ${code} | ${status} |`)
  return [
    'Refusals (`application/problem+json`, `code` names one of these):',
    '',
    '| code | status |',
    '|---|---|',
    ...lines,
  ].join('\n')
}
