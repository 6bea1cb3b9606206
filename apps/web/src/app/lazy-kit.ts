import { lazyRouteComponent } from '@tanstack/react-router'

/** The ground of the pages that use the kit; the first page goes without it, because it weighs as much as all the rest. */
export const LazyKit = lazyRouteComponent(() => import('./kit-ground.tsx'), 'KitGround')

/** Fetches what the page at a path is drawn with beside its own files. */
export async function fetchKitFor(path: string): Promise<void> {
  if (path !== '/') await LazyKit.preload?.()
}
