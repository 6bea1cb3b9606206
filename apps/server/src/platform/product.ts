import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const Package = z.object({ version: z.string() })

/** The version of the running program, as its package says. */
export const PRODUCT_VERSION = Package.parse(
  JSON.parse(readFileSync(path.join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')),
).version
