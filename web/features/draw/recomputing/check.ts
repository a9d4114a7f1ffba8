import { entryOf } from '../../../../domain/panel-draw/fair-draw/entry.ts'
import { verifyCertificate } from '../../../../domain/panel-draw/fair-draw/verify.ts'

export interface Checked {
  problems: string[]
  seconds: string
  /** Where the person who asked stands in it; undefined where they did not say who they are, null where they are not in it. */
  own?: { row: number; chance: string; times: number; panels: number; drawn: boolean } | null
}

/** The verifier that `npm run verify` runs, in the browser. Loaded only when somebody checks. */
export function check(certificate: unknown, person: string, salt: string): Checked {
  const begun = performance.now()
  const { problems, certificate: read } = verifyCertificate(certificate)
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
  if (!read || person === '' || salt === '') return { problems, seconds }
  const { terms, panel } = read
  const entry = entryOf(person, salt)
  const row = terms.instance.pool.findIndex((one) => one['entry'] === entry)
  if (row < 0) return { problems, seconds, own: null }
  const times = terms.panels.filter((one) => one.includes(row)).length
  const own = {
    row,
    times,
    chance: terms.chances[row] ?? '',
    panels: terms.panels.length,
    drawn: panel.includes(entry),
  }
  return { problems, seconds, own }
}
