import './style.scss'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Problem } from './api.ts'
import { SessionProvider } from './features/session/session.tsx'
import { router } from './router.tsx'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What is refused stays refused; a network that fails is worth another try.
      retry: (count, error) => count < 2 && !(error instanceof Problem && error.status < 500),
      staleTime: 1_000,
    },
    // Without a connection a command is not kept back for later, in silence: it fails, says so, and can be sent again.
    mutations: { networkMode: 'always' },
  },
})

// A page that a newer version has replaced is not there any more: load what is. What was typed is kept in the tab. When that
// did not help, or there is no connection, the page says what is the matter.
window.addEventListener('vite:preloadError', () => {
  if (!navigator.onLine || history.state?.reloaded === true) return
  history.replaceState({ ...history.state, reloaded: true }, '')
  location.reload()
})

const place = document.getElementById('portal')
if (!place) throw new Error('index.html has no place for the portal.')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <SessionProvider>
        <RouterProvider router={router} />
      </SessionProvider>
    </QueryClientProvider>
  </StrictMode>,
)
