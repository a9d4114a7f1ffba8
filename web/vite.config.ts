import { join } from 'node:path'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  resolve: {
    alias: [
      // React's interface, in a tenth of its size (docs/decisions/0030-preact-in-the-browser.md).
      { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
      { find: 'react-dom/client', replacement: 'preact/compat/client' },
      { find: 'react-dom', replacement: 'preact/compat' },
      { find: 'react', replacement: 'preact/compat' },
      { find: /^nhsuk-frontend$/, replacement: join(import.meta.dirname, 'nhs', 'behaviours.ts') },
    ],
  },
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
            { name: 'libraries', test: /node_modules[\\/](preact|@tanstack)[\\/]/ },
            // What a tender says, wherever it is read: by its bidder, by the panel, beside the scores.
            {
              name: 'tender',
              test: /[\\/](web[\\/]features[\\/]tender[\\/](words|opened-|use-opened-|sealing[\\/]types)|domain[\\/]tender[\\/]document-type)/,
            },
            {
              name: 'portal',
              priority: 1,
              test: /[\\/]web[\\/](nhs[\\/]|features[\\/]((session|people|case|autosave|locality-bar)[\\/]|command-form[\\/](checked-form|words))|[a-z-]+\.tsx?$)/,
              minShareCount: 3,
            },
          ],
        },
      },
    },
  },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
})
