import { getMe } from '@rasad/contracts/access'
import { useEffect } from 'react'
import { call } from '../shared/api.ts'

/**
 * Looks, when somebody comes back to this tab, who is signed in by now: after another person signed in beside it the page
 * begins anew, so that nothing is seen or done in the wrong name. Without an account there is nothing to look for.
 */
export function useSameUser(userName: string | null): void {
  useEffect(() => {
    if (userName === null) return
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      // Nobody answers, or nobody is signed in: both are told where they are noticed.
      const me = await call(getMe, {}).catch(() => null)
      if (me !== null && me.user.userName !== userName) window.location.assign('/')
    }
    const turned = () => void look()
    document.addEventListener('visibilitychange', turned)
    return () => document.removeEventListener('visibilitychange', turned)
  }, [userName])
}
