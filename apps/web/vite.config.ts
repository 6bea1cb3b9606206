import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Marks where the server writes the nonce of each answer; see apps/server/src/platform/web-pages.ts.
const NONCE = '%NONCE%'
const API = 'http://127.0.0.1:4100'

// oxlint-disable-next-line import/no-default-export -- Vite reads its configuration from the default export.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  html: { cspNonce: NONCE },
  server: { proxy: { '/api': API } },
  build: { target: 'es2023', assetsInlineLimit: 0, reportCompressedSize: false, chunkSizeWarningLimit: 700 },
})
