import '@fontsource-variable/vazirmatn/wght.css'
import '../src/shared/ui/ui.css'
import '../src/app/shell.css'
import './kit.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { KitGround } from '../src/app/kit-ground.tsx'
import { PreferencesProvider } from '../src/app/preferences.tsx'
import { KitPage } from './kit-page.tsx'

const root = document.querySelector('#root')
if (root === null) throw new Error('no element to draw in')
createRoot(root).render(
  <StrictMode>
    <PreferencesProvider>
      <KitGround>
        <KitPage />
      </KitGround>
    </PreferencesProvider>
  </StrictMode>,
)
