import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, redirect, retainSearchParams } from '@tanstack/react-router'
import { NotFoundPage } from './error-page.tsx'
import { enter, SIGN_IN_PATH } from './entrance.ts'
import { fetchKitFor } from './lazy-kit.ts'
import { choosePlace, readPlaceSearch } from './place-choice.ts'
import { Shell } from './shell.tsx'

/** What every page has: somebody who is signed in, and a province and a period in its address. */
export const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  validateSearch: readPlaceSearch,
  search: { middlewares: [retainSearchParams(['province', 'period'])] },
  beforeLoad: async ({ context, search, location }) => {
    const kit = fetchKitFor(location.pathname)
    if (location.pathname === SIGN_IN_PATH) return kit
    const me = await enter(context.queries, location.href)
    const chosen = await choosePlace(context.queries, me, search)
    if (chosen.province === search.province && chosen.period === search.period) return kit
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
