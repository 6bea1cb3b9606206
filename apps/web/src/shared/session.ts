import type { Permission } from '@rasad/domain/access/permissions'
import { createContext, use } from 'react'

/** Who uses the page and what they may do. */
export type Session = {
  /** The name to show; null for the operator of a server without users. */
  name: string | null
  may: (permission: Permission) => boolean
}

/** Without users, whoever reaches the server is its operator and may do everything. */
export const LOCAL_OPERATOR: Session = { name: null, may: () => true }

export const SessionContext = createContext<Session>(LOCAL_OPERATOR)

/** Who is signed in. */
export function useMe(): Session {
  return use(SessionContext)
}
