import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { figuresPageQuery } from '../features/figures/figures-query.ts'
import { readFiguresSearch } from '../features/figures/figures-search.ts'
import { todayPageQuery } from '../features/today/today-query.ts'
import { ErrorPage, NotFoundPage } from './error-page.tsx'
import { choosePlace, readPlaceSearch } from './place-choice.ts'
import { Shell } from './shell.tsx'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  validateSearch: readPlaceSearch,
  search: { middlewares: [retainSearchParams(['province', 'period'])] },
  beforeLoad: async ({ context, search, location }) => {
    const chosen = await choosePlace(context.queries, search)
    if (chosen.province === search.province && chosen.period === search.period) return
    throw redirect({
      to: location.pathname,
      search: { ...location.search, ...chosen },
      hash: location.hash,
      replace: true,
    })
  },
  component: Shell,
  notFoundComponent: NotFoundPage,
})

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

const kit = createRoute({
  getParentRoute: () => root,
  path: '/kit',
  component: lazyRouteComponent(() => import('../features/kit/kit-page.tsx'), 'KitPage'),
})

const routes = root.addChildren([today, figures, kit])

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
