import { getSignInOptions, listSessions, type Me } from '@rasad/contracts/access'
import { getUser, listTokens, listUsers } from '@rasad/contracts/users'
import { ROLES, type Role } from '@rasad/domain/access/roles'
import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api.ts'
import { agenciesQuery, provincesQuery } from '../../shared/places.ts'
import { findMe, meQuery } from '../../shared/session.ts'

const USERS_A_PAGE = '100'

/** Where somebody wanted to go, and whether the organisation's own sign-in refused them. */
export type SignInSearch = { back?: string; refused?: 'oidc' | 'cancelled' }

/** Reads the address of the sign-in; only an address of this system is gone back to. */
export function readSignInSearch({ back, refused }: Record<string, unknown>): SignInSearch {
  return {
    ...(typeof back === 'string' && /^\/(?![/\\])/.test(back) && { back }),
    ...((refused === 'oidc' || refused === 'cancelled') && { refused }),
  }
}

/** The address that begins the organisation's own sign-in, and leads back from it to where somebody wanted to go. */
export function addressOfProvider(path: string): string {
  const { pathname, search } = window.location
  const { back = '/' } =
    pathname === '/sign-in' ? readSignInSearch(wordsOf(search)) : { back: pathname + search }
  return `${path}?back=${encodeURIComponent(back)}`
}

function wordsOf(search: string): Record<string, unknown> {
  return Object.fromEntries(new URLSearchParams(search))
}

/** How somebody may sign in here. */
export const signInOptionsQuery = {
  queryKey: ['sign-in-options'],
  queryFn: () => call(getSignInOptions, {}),
  staleTime: 0,
}

/** What the sign-in needs; `me` is null where nobody has begun to sign in. */
export async function signInPageQuery(queries: QueryClient): Promise<{ me: Me | null }> {
  const [me] = await Promise.all([
    findMe(queries, { anew: true }),
    queries.ensureQueryData(signInOptionsQuery),
  ])
  return { me }
}

/** Where the user is signed in. */
export const sessionsQuery = { queryKey: ['sessions'], queryFn: () => call(listSessions, {}) }

/** The account's sessions, where whoever asks has an account. */
export async function accountPageQuery(queries: QueryClient): Promise<void> {
  const { role } = await queries.ensureQueryData(meQuery)
  if (role !== null) await queries.ensureQueryData(sessionsQuery)
}

/** Which users are looked at, and whose page is open beside the list. */
export type UsersSearch = {
  /** Parts of the name or the user name. */
  q?: string | undefined
  role?: Role | undefined
  of?: string | undefined
  user?: string | undefined
}

/** Reads the address of the users. */
export function readUsersSearch({ q, role, of, user }: Record<string, unknown>): UsersSearch {
  const known = ROLES.find((one) => one === role)
  return {
    ...(typeof q === 'string' && q !== '' && { q }),
    ...(known && { role: known }),
    ...(typeof of === 'string' && /^\d{2}$/.test(of) && { of }),
    ...(typeof user === 'string' && { user }),
  }
}

/** The users of a name, a role and a province, page after page. */
export function usersQuery({ q, role, of }: UsersSearch) {
  return infiniteQueryOptions({
    queryKey: ['users', { q, role, of }],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        q,
        role,
        province: of,
        limit: USERS_A_PAGE,
        ...(pageParam !== null && { after: pageParam }),
      }
      return call(listUsers, { query: withoutNothing(query) }, { signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
}

/** One user, whatever the list shows. */
export function userQuery(userName: string) {
  return { queryKey: ['users', 'one', userName], queryFn: () => call(getUser, { params: { userName } }) }
}

/** Users, and the places they can stand in. */
export async function usersPageQuery(queries: QueryClient, search: UsersSearch): Promise<void> {
  await Promise.all([
    queries.ensureInfiniteQueryData(usersQuery(search)),
    queries.ensureQueryData(provincesQuery),
    queries.ensureQueryData(agenciesQuery),
  ])
}

/** The tokens of other systems. */
export const tokensQuery = { queryKey: ['tokens'], queryFn: () => call(listTokens, {}) }

/** Tokens, and the places they can ask about. */
export async function tokensPageQuery(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.ensureQueryData(tokensQuery),
    queries.ensureQueryData(provincesQuery),
    queries.ensureQueryData(agenciesQuery),
  ])
}

type Stated<Words> = { [Name in keyof Words]: Exclude<Words[Name], undefined> }

/** The words that say something: a field left empty is not sent. */
export function withoutNothing<Words extends object>(words: Words): Partial<Stated<Words>> {
  const said = Object.entries(words).filter(([, value]) => value !== undefined && value !== '')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The names stay those of the words.
  return Object.fromEntries(said) as Partial<Stated<Words>>
}
