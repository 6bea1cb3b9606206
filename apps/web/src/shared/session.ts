import { getMe, type Me } from '@rasad/contracts/access'
import type { Permission } from '@rasad/domain/access/permissions'
import type { Role } from '@rasad/domain/access/roles'
import type { QueryClient } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { ApiProblem, call } from './api.ts'
import { noteSessionEnd } from './session-end.ts'

/** Who uses the page and what they may do. */
export type Session = {
  /** The name to show; null for the operator of a server that takes no sign-in. */
  name: string | null
  /** Null for that operator. */
  userName: string | null
  role: Role | null
  scope: Me['scope']
  /** The agency they work for, which may not judge its own jobs. */
  agency: Me['agency']
  secondFactor: Me['secondFactor']
  /** What is shown here is synthetic. */
  isDemonstration: boolean
  may: (permission: Permission) => boolean
}

/** Who asks, as the server knows them; refused with `sign-in-needed` where nobody is signed in. */
export const meQuery = {
  queryKey: ['me'],
  queryFn: () => call(getMe, {}),
  staleTime: Number.POSITIVE_INFINITY,
}

/** Who asks, from what is known or asked anew; null where nobody is signed in. */
export async function findMe(queries: QueryClient, { anew = false } = {}): Promise<Me | null> {
  try {
    return await queries.fetchQuery(anew ? { ...meQuery, staleTime: 0 } : meQuery)
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.code !== 'sign-in-needed') throw error
    noteSessionEnd(false)
    return null
  }
}

/** The session behind the server's answer. Without a role it is the operator of the machine, who has no account. */
export function sessionOf(me: Me): Session {
  const { user, role, scope, agency, secondFactor, demonstration, permissions } = me
  const isPerson = role !== null
  return {
    name: isPerson ? user.name : null,
    userName: isPerson ? user.userName : null,
    role,
    scope,
    agency,
    secondFactor,
    isDemonstration: demonstration,
    may: (permission) => permissions.includes(permission),
  }
}

/** Whoever is signed in as the rules of the domain know them. */
export function actorOf({ userName, agency }: Session): { id: string; agency: string | null } {
  return { id: userName === null ? 'operator:' : `user:${userName}`, agency: agency?.code ?? null }
}

/** Whether an actor that the server names is whoever is signed in, or the operator of the machine. */
export function isActor(session: Session, actor: string): boolean {
  const { id } = actorOf(session)
  return session.userName === null ? actor.startsWith(id) : actor === id
}

export const SessionContext = createContext<Session | null>(null)

/** Who is signed in. */
export function useMe(): Session {
  const session = use(SessionContext)
  if (session === null) throw new Error('outside a session')
  return session
}
