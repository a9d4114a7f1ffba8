import { Problem } from './api.ts'
import { words } from './routes/words.ts'

/** What each browser calls a part of the portal that could not be fetched. */
const unfetched = /dynamically imported module|importing a module script|unable to preload/i

/** What a page says about an error: a problem's own words, what could not be fetched, or that the page itself has a fault. */
export function problemOf(error: Error): { title: string; detail: string } {
  if (error instanceof Problem) return { title: error.title, detail: error.message }
  return unfetched.test(error.message) ? words.unfetched : words.trouble
}
