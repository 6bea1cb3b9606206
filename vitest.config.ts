import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongFilesFirst } from './tools/long-files-first.ts'

// The processes of the tests and those that they start share the compiled form of what they load.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/compiled')

const serverTests = ['apps/server/src/**/*.test.ts', 'apps/server/test/**/*.test.ts']
const pureTests = 'apps/server/src/platform/{paper,workbook}/**/*.test.ts'

// oxlint-disable-next-line import/no-default-export -- Vitest reads its configuration from the default export.
export default defineConfig({
  test: {
    // Twice the cores: half of the time a file waits, for a browser, a killed server or a clock.
    maxWorkers: availableParallelism() * 2,
    // A process runs one file after another and loads what they share once.
    isolate: false,
    // What lives for one test only is gone before it is copied.
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: LongFilesFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes late where the machine has other work; by itself Vitest gives it one second.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/*/src/**/*.test.ts',
            'apps/*/test/**/*.test.ts',
            'tools/**/*.test.ts',
            'reference/**/*.test.ts',
          ],
          exclude: [
            '**/node_modules/**',
            'apps/server/src/modules/**',
            'apps/server/src/tasks/**',
            'apps/server/src/platform/*.test.ts',
            'apps/server/test/**',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: serverTests,
          exclude: ['**/node_modules/**', pureTests],
          globalSetup: ['apps/server/test/global-setup.ts'],
          setupFiles: ['apps/server/test/each-file.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['e2e/*.test.ts'],
          globalSetup: ['e2e/global-setup.ts'],
          setupFiles: ['e2e/each-file.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'roles',
          include: ['e2e/roles/*.test.ts'],
          globalSetup: ['e2e/roles/global-setup.ts'],
          setupFiles: ['e2e/each-file.ts'],
        },
      },
    ],
  },
})
