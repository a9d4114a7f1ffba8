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
    // What comes with each page is counted by a test on this.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Few requests: what every page needs in two, what many need in one, and the page itself.
          groups: [
            { name: 'libraries', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/ },
            {
              name: 'portal',
              test: /[\\/]web[\\/](nhs|features[\\/](session|people|case|autosave|locality-bar))[\\/]/,
              minShareCount: 3,
            },
          ],
        },
      },
    },
  },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
})
