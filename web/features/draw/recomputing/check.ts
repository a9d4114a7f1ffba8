import { entryOf } from '../../../../domain/panel-draw/fair-draw/entry.ts'
import { lookAt } from '../../../../domain/panel-draw/fair-draw/look.ts'
import { verifyCertificate } from '../../../../domain/panel-draw/fair-draw/verify.ts'

export interface Checked {
  problems: string[]
  /** What no file can show, and everybody can look up. */
  look: string[]
  seconds: string
  /** Where the person who asked stands in it; undefined where they did not say who they are, null where they are not in it. */
  own?: { row: number; chance: string; times: number; panels: number; drawn: boolean } | null
}

/** What somebody was mailed when the draw was committed to; empty where they do not say. */
interface Kept {
  person: string
  salt: string
  commitment: string
}

/** The verifier that `npm run verify` runs, in the browser. Loaded only when somebody checks. */
export function check(certificate: unknown, { person, salt, commitment }: Kept): Checked {
  const begun = performance.now()
  const { problems, certificate: read } = verifyCertificate(certificate)
  if (read && commitment !== '' && commitment.toLowerCase() !== read.commitment)
    problems.unshift(`commitment: it is ${read.commitment}, not the one you were sent`)
  const look = read ? lookAt(read.terms, read.from) : []
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
  if (!read || person === '' || salt === '') return { problems, look, seconds }
  const { terms, panel } = read
  const entry = entryOf(person, salt)
  const row = terms.instance.pool.findIndex((one) => one['entry'] === entry)
  if (row < 0) return { problems, look, seconds, own: null }
  const times = terms.panels.filter((one) => one.includes(row)).length
  const own = {
    row,
    times,
    chance: terms.chances[row] ?? '',
    panels: terms.panels.length,
    drawn: panel.includes(entry),
  }
  return { problems, look, seconds, own }
}
