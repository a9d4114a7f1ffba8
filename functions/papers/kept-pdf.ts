import { createHash } from 'node:crypto'
import { Newest } from '../runtime/newest.ts'
import { pdfOf } from './pdf.ts'

/** PDFs by what is in them: the same paper gives the same bytes whenever it is made (decision 21). */
const made = new Newest<ReturnType<typeof pdfOf>>(8)

/** The same as `pdfOf`, made once: for what everybody may ask for, as often as they like. */
export function keptPdfOf(...of: Parameters<typeof pdfOf>): ReturnType<typeof pdfOf> {
  const [paper, madeAt] = of
  const name = createHash('sha256')
    .update(JSON.stringify([paper, madeAt]))
    .digest('hex')
  const kept = made.get(name)
  if (kept) return kept
  const pdf = pdfOf(...of)
  made.set(name, pdf)
  pdf.catch(() => made.delete(name))
  return pdf
}
