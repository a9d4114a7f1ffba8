import { Problem } from './api.ts'
import { words } from './routes/words.ts'

/** What a page says about an error: a problem's own words, or that the page does not work. */
export function problemOf(error: Error): { title: string; detail: string } {
  return error instanceof Problem ? { title: error.title, detail: error.message } : words.trouble
}
