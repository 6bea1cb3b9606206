import { defineConfig } from 'vitest/config'

const serverTests = ['apps/server/src/**/*.test.ts', 'apps/server/test/**/*.test.ts']
const pureTests = 'apps/server/src/platform/{paper,workbook}/**/*.test.ts'

// oxlint-disable-next-line import/no-default-export -- Vitest reads its configuration from the default export.
export default defineConfig({
  test: {
    // As many files at once as there are cores; by itself Vitest leaves one of two idle.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
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
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['e2e/*.test.ts'],
          globalSetup: ['e2e/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'roles',
          include: ['e2e/roles/*.test.ts'],
          globalSetup: ['e2e/roles/global-setup.ts'],
        },
      },
    ],
  },
})
