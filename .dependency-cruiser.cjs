const TESTS = String.raw`\.test\.ts$`
const SQL_LIBRARIES = '(^|/)node_modules/(@types/)?(kysely|pg|pg-copy-streams)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The rules of the domain depend on themselves and on the few pure libraries named here.',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: TESTS },
      to: { pathNot: ['^packages/domain/src/', '(^|/)node_modules/(@types/)?jalaali-js/'] },
    },
    {
      name: 'contracts-know-only-domain-and-zod',
      severity: 'error',
      from: { path: '^packages/contracts/src/', pathNot: TESTS },
      to: { pathNot: ['^packages/(contracts|domain)/src/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'routes-are-nobodys-dependency',
      comment: 'Only the composition root knows the routes; modules meet through commands and queries.',
      severity: 'error',
      from: { pathNot: '^apps/server/src/app\\.ts$' },
      to: { path: '\\.routes\\.ts$' },
    },
    {
      name: 'modules-meet-through-commands-and-queries',
      severity: 'error',
      from: { path: '^apps/server/src/modules/([^/]+)/', pathNot: TESTS },
      to: {
        path: '^apps/server/src/modules/',
        pathNot: ['^apps/server/src/modules/$1/', '\\.(commands|queries|routes)\\.ts$'],
      },
    },
    {
      name: 'sql-stays-in-query-files',
      severity: 'error',
      from: { path: '^apps/(server/src/modules|cli/src)/', pathNot: '\\.queries\\.ts$' },
      to: { path: SQL_LIBRARIES },
    },
    {
      name: 'http-stays-in-routes-and-platform',
      severity: 'error',
      from: { path: '\\.(commands|queries)\\.ts$' },
      to: { path: '(^|/)node_modules/(@fastify/|fastify/)' },
    },
    {
      name: 'queries-call-no-command',
      severity: 'error',
      from: { path: '\\.queries\\.ts$' },
      to: { path: '\\.commands\\.ts$' },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^apps/server/src/platform/', pathNot: TESTS },
      to: { path: '^apps/server/src/(modules|tasks)/' },
    },
    {
      name: 'server-knows-no-client',
      severity: 'error',
      from: { path: '^(apps/server|packages)/' },
      to: { path: '^apps/(cli|web)/' },
    },
    {
      name: 'browser-never-reaches-the-server',
      severity: 'error',
      from: { path: '^apps/web/src/' },
      to: {
        path: [
          '^apps/(server|cli)/',
          SQL_LIBRARIES,
          '(^|/)node_modules/(@fastify/|fastify/)',
          '^(node:|fs$|path$)',
        ],
      },
    },
    {
      name: 'features-do-not-meet',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'nobody-imports-the-shell',
      severity: 'error',
      from: { path: '^apps/web/src/(shared|features)/' },
      to: { path: '^apps/web/src/app/' },
    },
    {
      name: 'shared-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/shared/' },
      to: { path: '^apps/web/src/features/' },
    },
    {
      name: 'ui-knows-no-router-query-or-form',
      comment: 'What draws is handed what it draws.',
      severity: 'error',
      from: { path: '^apps/web/src/shared/ui/' },
      to: { path: '(^|/)node_modules/(@tanstack/react-(router|query|form)|react-hook-form)/' },
    },
    {
      name: 'cli-stands-on-commands-and-queries',
      comment: 'The command line prints what the commands and queries of the server answer.',
      severity: 'error',
      from: { path: '^apps/cli/src/', pathNot: TESTS },
      to: {
        path: '^apps/server/',
        pathNot: '^apps/server/src/((app|open-rasad)\\.ts$|platform/|modules/.+\\.(commands|queries)\\.ts$)',
      },
    },
    {
      name: 'product-needs-no-tool',
      comment: 'What runs in production imports no test, test world, script or bench.',
      severity: 'error',
      from: { path: '^(packages|apps)/[^/]+/src/', pathNot: TESTS },
      to: { path: [TESTS, '^(tools|bench)/', '^apps/[^/]+/test/'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.(config|d)\\.ts$' },
      to: {},
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere would slip past every rule above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    exclude: { path: '^apps/web/dist/' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.d.ts', '.json'],
    },
  },
}
