import { createHash } from 'node:crypto'
import { pdfOf } from './pdf.ts'

/** How many a process keeps. */
const MOST = 8

/** By what is in them: the same paper is the same bytes, whenever it is made (decision 21). */
const made = new Map<string, ReturnType<typeof pdfOf>>()

/** The same as `pdfOf`, made once: for what everybody may ask for, as often as they like. */
export function keptPdfOf(...of: Parameters<typeof pdfOf>): ReturnType<typeof pdfOf> {
  const [paper, madeAt] = of
  const name = createHash('sha256')
    .update(JSON.stringify([paper, madeAt]))
    .digest('hex')
  const pdf = made.get(name) ?? pdfOf(...of)
  made.delete(name)
  made.set(name, pdf)
  pdf.catch(() => made.delete(name))
  for (const oldest of made.keys()) {
    if (made.size <= MOST) break
    made.delete(oldest)
  }
  return pdf
}
