#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import path from 'node:path'

// Kept beside the packages it is made of; where nothing can be written there, each start compiles anew.
enableCompileCache(path.resolve(import.meta.dirname, '../../../node_modules/.cache/compiled'))
const { runCommand } = await import('./run-command.ts')
await runCommand(process.argv.slice(2))
