import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import {
  accountPageQuery,
  readSignInSearch,
  readUsersSearch,
  signInPageQuery,
  tokensPageQuery,
  usersPageQuery,
} from '../features/access/access-query.ts'
import { readAuditSearch } from '../features/system/audit-query.ts'
import {
  agenciesPageQuery,
  auditPageQuery,
  mappingsPageQuery,
  periodsPageQuery,
  readMappingsSearch,
  systemPageQuery,
} from '../features/system/system-query.ts'
import { meQuery, sessionOf } from '../shared/session.ts'
import { firstAdministrationPart } from './administration-tabs.tsx'
import { root } from './root-route.tsx'

const getParentRoute = () => root

const signIn = createRoute({
  getParentRoute,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  loaderDeps: ({ search: { back } }) => ({ back }),
  loader: async ({ context, deps }) => {
    const { me } = await signInPageQuery(context.queries)
    if (me?.state === 'signed-in' && me.role !== null)
      throw redirect({ href: deps.back ?? '/', replace: true })
  },
  component: lazyRouteComponent(() => import('../features/access/sign-in-page.tsx'), 'SignInPage'),
})

const account = createRoute({
  getParentRoute,
  path: '/account',
  loader: async ({ context }) => accountPageQuery(context.queries),
  component: lazyRouteComponent(() => import('../features/access/account-page.tsx'), 'AccountPage'),
})

const administration = createRoute({
  getParentRoute,
  path: '/administration',
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(meQuery)
    throw redirect({ to: firstAdministrationPart(sessionOf(me).may), replace: true })
  },
})

const users = createRoute({
  getParentRoute,
  path: '/administration/users',
  validateSearch: readUsersSearch,
  loaderDeps: ({ search: { q, role, of } }) => ({ q, role, of }),
  loader: async ({ context, deps }) => usersPageQuery(context.queries, deps),
  component: lazyRouteComponent(() => import('../features/access/users-page.tsx'), 'UsersPage'),
})

const tokens = createRoute({
  getParentRoute,
  path: '/administration/tokens',
  loader: async ({ context }) => tokensPageQuery(context.queries),
  component: lazyRouteComponent(() => import('../features/access/tokens-page.tsx'), 'TokensPage'),
})

const roles = createRoute({
  getParentRoute,
  path: '/administration/roles',
  component: lazyRouteComponent(() => import('../features/access/roles-page.tsx'), 'RolesPage'),
})

const agencies = createRoute({
  getParentRoute,
  path: '/administration/agencies',
  loader: async ({ context }) => agenciesPageQuery(context.queries),
  component: lazyRouteComponent(() => import('../features/system/agencies-page.tsx'), 'AgenciesPage'),
})

const periods = createRoute({
  getParentRoute,
  path: '/administration/periods',
  loaderDeps: ({ search: { province } }) => ({ province }),
  loader: async ({ context, deps }) => periodsPageQuery(context.queries, deps),
  component: lazyRouteComponent(() => import('../features/system/periods-page.tsx'), 'PeriodsPage'),
})

const mappings = createRoute({
  getParentRoute,
  path: '/administration/mappings',
  validateSearch: readMappingsSearch,
  loaderDeps: ({ search: { province, agency } }) => ({ province, agency }),
  loader: async ({ context, deps }) => mappingsPageQuery(context.queries, deps),
  component: lazyRouteComponent(() => import('../features/system/mappings-page.tsx'), 'MappingsPage'),
})

const audit = createRoute({
  getParentRoute,
  path: '/administration/audit',
  validateSearch: readAuditSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => auditPageQuery(context.queries, deps),
  component: lazyRouteComponent(() => import('../features/system/audit-page.tsx'), 'AuditPage'),
})

const system = createRoute({
  getParentRoute,
  path: '/administration/system',
  loader: async ({ context }) => systemPageQuery(context.queries),
  component: lazyRouteComponent(() => import('../features/system/system-page.tsx'), 'SystemPage'),
})

/** Signing in, the own account and the administration. */
export const accessRoutes = [
  signIn,
  account,
  administration,
  users,
  tokens,
  roles,
  agencies,
  periods,
  mappings,
  audit,
  system,
] as const
