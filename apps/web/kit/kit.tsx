import '@fontsource-variable/vazirmatn/wght.css'
import '../src/shared/ui/ui.css'
import '../src/app/shell.css'
import './kit.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Dressed } from '../src/app/dressed.tsx'
import { KitPage } from './kit-page.tsx'

const root = document.querySelector('#root')
if (root === null) throw new Error('no element to draw in')
createRoot(root).render(
  <StrictMode>
    <Dressed>
      <KitPage />
    </Dressed>
  </StrictMode>,
)
