import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { figuresPageQuery } from '../features/figures/figures-query.ts'
import { readFiguresSearch } from '../features/figures/figures-search.ts'
import { openConflictPage, openConflictsPage, readConflictsSearch } from '../features/jobs/conflicts-query.ts'
import { openJobPage, openJobsPage, openNames } from '../features/jobs/jobs-query.ts'
import { readJobsSearch } from '../features/jobs/jobs-search.ts'
import { openQueuePage, readQueueSearch } from '../features/jobs/queue-query.ts'
import {
  comparePageQuery,
  readCommitmentsSearch,
  readCompareSearch,
  readMatrixSearch,
  splitPageQuery,
  versionPageQuery,
  versionsPageQuery,
} from '../features/commitments/commitments-query.ts'
import { todayPageQuery } from '../features/today/today-query.ts'
import { accessRoutes } from './access-routes.tsx'
import { ErrorPage } from './error-page.tsx'
import { importRoutes } from './import-routes.tsx'
import { root } from './root-route.tsx'

const today = createRoute({
  getParentRoute: () => root,
  path: '/',
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    await todayPageQuery(context.queries, deps)
  },
  component: lazyRouteComponent(() => import('../features/today/today-page.tsx'), 'TodayPage'),
})

const figures = createRoute({
  getParentRoute: () => root,
  path: '/figures',
  validateSearch: readFiguresSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    await figuresPageQuery(context.queries, deps)
  },
  component: lazyRouteComponent(() => import('../features/figures/figures-page.tsx'), 'FiguresPage'),
})

const commitments = createRoute({
  getParentRoute: () => root,
  path: '/commitments',
  validateSearch: readCommitmentsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => versionsPageQuery(context.queries, deps),
  component: lazyRouteComponent(
    () => import('../features/commitments/commitments-page.tsx'),
    'CommitmentsPage',
  ),
})

const commitmentVersion = createRoute({
  getParentRoute: () => root,
  path: '/commitments/$version',
  validateSearch: readMatrixSearch,
  loaderDeps: ({ search: { province, period, baseline } }) => ({
    province,
    period,
    ...(baseline && { baseline }),
  }),
  loader: ({ context, deps, params }) => versionPageQuery(context.queries, deps, params.version),
  component: lazyRouteComponent(() => import('../features/commitments/version-page.tsx'), 'VersionPage'),
})

const commitmentCompare = createRoute({
  getParentRoute: () => root,
  path: '/commitments/compare',
  validateSearch: readCompareSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => comparePageQuery(context.queries, deps),
  component: lazyRouteComponent(() => import('../features/commitments/compare-page.tsx'), 'ComparePage'),
})

const commitmentSplit = createRoute({
  getParentRoute: () => root,
  path: '/commitments/split',
  validateSearch: readCommitmentsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => splitPageQuery(context.queries, deps),
  component: lazyRouteComponent(() => import('../features/commitments/split-page.tsx'), 'SplitPage'),
})

const commitmentUpload = createRoute({
  getParentRoute: () => root,
  path: '/commitments/upload',
  validateSearch: readCommitmentsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => splitPageQuery(context.queries, deps),
  component: lazyRouteComponent(() => import('../features/commitments/upload-page.tsx'), 'UploadPage'),
})

const jobs = createRoute({
  getParentRoute: () => root,
  path: '/jobs',
  validateSearch: readJobsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => openJobsPage(context.queries, deps),
  component: lazyRouteComponent(() => import('../features/jobs/jobs-page.tsx'), 'JobsPage'),
})

const newJob = createRoute({
  getParentRoute: () => root,
  path: '/jobs/new',
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps: { province = '' } }) => openNames(context.queries, province),
  component: lazyRouteComponent(() => import('../features/jobs/new-job-page.tsx'), 'NewJobPage'),
})

const job = createRoute({
  getParentRoute: () => root,
  path: '/jobs/$province/$jobId',
  loader: ({ context, params }) => openJobPage(context.queries, params.province, params.jobId),
  component: lazyRouteComponent(() => import('../features/jobs/job-page.tsx'), 'JobPage'),
})

const confirmation = createRoute({
  getParentRoute: () => root,
  path: '/queues/confirmation',
  validateSearch: readQueueSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => openQueuePage(context.queries, 'confirmation', deps),
  component: lazyRouteComponent(() => import('../features/jobs/queue-page.tsx'), 'ConfirmationPage'),
})

const verification = createRoute({
  getParentRoute: () => root,
  path: '/queues/verification',
  validateSearch: readQueueSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => openQueuePage(context.queries, 'verification', deps),
  component: lazyRouteComponent(() => import('../features/jobs/queue-page.tsx'), 'VerificationPage'),
})

const conflicts = createRoute({
  getParentRoute: () => root,
  path: '/conflicts',
  validateSearch: readConflictsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => openConflictsPage(context.queries, deps),
  component: lazyRouteComponent(() => import('../features/jobs/conflicts-page.tsx'), 'ConflictsPage'),
})

const conflict = createRoute({
  getParentRoute: () => root,
  path: '/conflicts/$province/$caseId',
  loader: ({ context, params }) => openConflictPage(context.queries, params.province, params.caseId),
  component: lazyRouteComponent(() => import('../features/jobs/conflict-page.tsx'), 'ConflictPage'),
})

const routes = root.addChildren([
  today,
  figures,
  jobs,
  newJob,
  job,
  confirmation,
  verification,
  conflicts,
  conflict,
  commitments,
  commitmentVersion,
  commitmentCompare,
  commitmentSplit,
  commitmentUpload,
  ...importRoutes,
  ...accessRoutes,
])

/** The router over every page; each page is fetched on demand, or earlier when its link is pointed at. */
export function openRouter(queries: QueryClient) {
  return createRouter({
    routeTree: routes,
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: Number.POSITIVE_INFINITY,
    defaultErrorComponent: ErrorPage,
    scrollRestoration: true,
    // Values stay the texts that stand in the address: "05" is a code and no number.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const words = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
      const text = new URLSearchParams(words.map(([name, value]) => [name, String(value)])).toString()
      return text === '' ? '' : `?${text}`
    },
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof openRouter>
  }
}
