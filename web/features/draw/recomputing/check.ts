import { drawnByRound } from '../../../../domain/panel-draw/fair-draw/against-round.ts'
import { entryOf } from '../../../../domain/panel-draw/fair-draw/entry.ts'
import { lookAt } from '../../../../domain/panel-draw/fair-draw/look.ts'
import { commitmentOf, PUBLISHED_TERMS, type Terms } from '../../../../domain/panel-draw/fair-draw/terms.ts'
import { verifyCertificate, verifyTerms } from '../../../../domain/panel-draw/fair-draw/verify.ts'
import { signatureBrought } from '../../../../domain/panel-draw/randomness/brought.ts'

export interface Checked {
  problems: string[]
  /** What no file can show, and everybody can look up. */
  look: string[]
  seconds: string
  /** Whether it was held against a commitment that somebody was sent. */
  held: boolean
  /** Where the person who asked stands in it; undefined where they did not say who they are, null where they are not in it. */
  own?: { row: number; chance: string; times: number; panels: number; drawn?: boolean } | null
}

/** What somebody was mailed when the draw was committed to; empty where they do not say. */
interface Kept {
  person: string
  salt: string
  commitment: string
}

/** What the page says that it shows. */
interface Shown {
  caseId: string
  draw: number
  commitment: string
}

/** A draw that is right and another one is not the draw of this page. */
function another(terms: Terms | undefined, published: string | undefined, shown: Shown): string[] {
  if (!terms) return []
  return [
    ...(terms.caseId === shown.caseId ? [] : [`terms.caseId: it is of another case, ${terms.caseId}`]),
    ...(terms.draw === shown.draw ? [] : [`terms.draw: it is draw ${terms.draw}, and this is draw ${shown.draw}`]),
    ...(published === shown.commitment
      ? []
      : [`commitment: it is not the one that this page shows, ${shown.commitment}`]),
  ]
}

/** The verifier that `npm run verify` runs, in the browser. Loaded only when somebody checks. */
export function check(file: unknown, { person, salt, commitment }: Kept, shown: Shown): Checked {
  const begun = performance.now()
  const { problems, terms, published, look, panel } = read(file)
  problems.unshift(...another(terms, published, shown))
  if (published !== undefined && commitment !== '' && commitment.toLowerCase() !== published)
    problems.unshift(`commitment: it is ${published}, not the one you were sent`)
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
  const held = commitment !== ''
  if (!terms || person === '' || salt === '') return { problems, look, seconds, held }
  const entry = entryOf(person, salt)
  const row = terms.instance.pool.findIndex((one) => one['entry'] === entry)
  if (row < 0) return { problems, look, seconds, held, own: null }
  const own = {
    row,
    times: terms.panels.filter((one) => one.includes(row)).length,
    chance: terms.chances[row] ?? '',
    panels: terms.panels.length,
    ...(panel && { drawn: panel.includes(entry) }),
  }
  return { problems, look, seconds, held, own }
}

/** The panel that the round which a draw named draws. @param round and what was copied from its page */
export function heldAgainst(terms: Terms, { round, copied }: { round: number; copied: string }) {
  const found = signatureBrought(round, copied)
  if ('problem' in found) return found
  const drawn = drawnByRound(terms, commitmentOf(terms), found.signature)
  return drawn ?? { problem: 'This draw did not name a round of drand' }
}

/** A certificate; or, while nothing has been drawn, what was committed to. */
function read(file: unknown) {
  if (typeof file === 'object' && file !== null && 'format' in file && file.format === PUBLISHED_TERMS) {
    const { problems, terms, commitment } = verifyTerms(file)
    return { problems, terms, published: commitment, look: [], panel: undefined }
  }
  const { problems, certificate } = verifyCertificate(file)
  const { terms, commitment, from, panel } = certificate ?? {}
  return { problems, terms, published: commitment, look: terms && from ? lookAt(terms, from) : [], panel }
}
