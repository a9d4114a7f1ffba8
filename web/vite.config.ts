import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // Vite's own minifier refuses nhsuk-frontend's stylesheet.
    cssMinify: 'esbuild',
    // Nothing inline, so that the strictest Content-Security-Policy is possible.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One script for all pages: 165 kB as it travels.
    chunkSizeWarningLimit: 700,
  },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
})
