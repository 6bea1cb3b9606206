import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { openImportPage, openImportsPage, openNewImportPage } from '../features/imports/imports-query.ts'
import {
  readImportsSearch,
  readNewImportSearch,
  readReportSearch,
} from '../features/imports/imports-search.ts'
import { root } from './root-route.tsx'

const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  validateSearch: readImportsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => openImportsPage(context.queries, deps),
  component: lazyRouteComponent(() => import('../features/imports/imports-page.tsx'), 'ImportsPage'),
})

const newImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/new',
  validateSearch: readNewImportSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => openNewImportPage(context.queries, deps),
  component: lazyRouteComponent(() => import('../features/imports/new-import-page.tsx'), 'NewImportPage'),
})

const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$province/$importId',
  validateSearch: readReportSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) => openImportPage(context.queries, params, deps),
  component: lazyRouteComponent(() => import('../features/imports/import-page.tsx'), 'ImportPage'),
})

/** The pages on which lists are brought, checked and found again. */
export const importRoutes = [imports, newImport, oneImport]
