import '@fontsource-variable/vazirmatn/wght.css'
import '../shared/ui/ui.css'
import './shell.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Dressed } from './dressed.tsx'
import { openQueries } from './queries.ts'
import { openRouter } from './routes.tsx'

const queries = openQueries()
const router = openRouter(queries)

const root = document.querySelector('#root')
if (root === null) throw new Error('no element to draw in')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Dressed>
        <RouterProvider router={router} />
      </Dressed>
    </QueryClientProvider>
  </StrictMode>,
)
