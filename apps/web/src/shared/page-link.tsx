import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type PageLinkProps = {
  /** The route, as the application knows it: `/jobs/$province/$jobId`. */
  route: string
  /** The address under it. */
  address: string
  className?: string
  children: ReactNode
}

/** A link to a page of another feature; plain text where the application has no such page. */
export function PageLink({ route, address, className, children }: PageLinkProps) {
  const router = useRouter()
  if (!Object.hasOwn(router.routesByPath, route)) return <span className={className}>{children}</span>
  return (
    <a
      className={className}
      href={address}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        router.history.push(address)
      }}
    >
      {children}
    </a>
  )
}
