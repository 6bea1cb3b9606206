import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'

/** The lists that are gone back to as they were left. */
type ListRoute = '/jobs' | '/conflicts' | '/imports'

/** Remembers in this tab how a list was last narrowed down, by its address. */
export function useNotedList(route: ListRoute): void {
  const { href, pathname } = useLocation()
  // Where somebody goes on to is known before the list has left the page.
  useEffect(() => {
    if (pathname === route) sessionStorage.setItem(nameOf(route), href)
  }, [href, pathname, route])
}

/** A list of a province as it was last looked at, else the whole of it. */
export function lastList(route: ListRoute, province: string): string {
  const noted = sessionStorage.getItem(nameOf(route))
  const isOfProvince =
    noted !== null && new URL(noted, location.origin).searchParams.get('province') === province
  return isOfProvince ? noted : `${route}?province=${province}`
}

function nameOf(route: ListRoute): string {
  return `rasad.list.${route}`
}
