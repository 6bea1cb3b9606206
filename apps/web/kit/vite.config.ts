import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// oxlint-disable-next-line import/no-default-export -- Vite reads its configuration from the default export.
export default defineConfig({
  plugins: [react()],
  html: { cspNonce: '%NONCE%' },
  build: { target: 'es2023', assetsInlineLimit: 0, reportCompressedSize: false, chunkSizeWarningLimit: 1000 },
})
