import '@fontsource-variable/vazirmatn/wght.css'
import '../shared/ui/ui.css'
import '../shared/ui/print.css'
import './shell.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { endEarly } from '../shared/api.ts'
import { preparePrinting } from '../shared/ui/printing.ts'
import { fetchKitFor } from './lazy-kit.ts'
import { PreferencesProvider } from './preferences.tsx'
import { openQueries } from './queries.ts'
import { openRouter } from './routes.tsx'

const queries = openQueries()
const router = openRouter(queries)
const forgetOnResolved = router.subscribe('onResolved', () => {
  forgetOnResolved()
  endEarly()
})

// The pages that most begin with come while it is still being found out who asks.
if (window.location.pathname === '/') void import('../features/today/today-page.tsx')
if (window.location.pathname === '/figures') void import('../features/figures/figures-page.tsx')
void fetchKitFor(window.location.pathname)
preparePrinting()
const root = document.querySelector('#root')
if (root === null) throw new Error('no element to draw in')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <PreferencesProvider>
        <RouterProvider router={router} />
      </PreferencesProvider>
    </QueryClientProvider>
  </StrictMode>,
)
