import Fraction from 'fraction.js'
import { againstRound } from '../../domain/panel-draw/fair-draw/against-round.ts'
import { CERTIFICATE, type Certificate } from '../../domain/panel-draw/fair-draw/certificate.ts'
import { entryOf } from '../../domain/panel-draw/fair-draw/entry.ts'
import { lookAt } from '../../domain/panel-draw/fair-draw/look.ts'
import { PUBLISHED_TERMS, type Terms } from '../../domain/panel-draw/fair-draw/terms.ts'
import { verifyCertificate, verifyTerms } from '../../domain/panel-draw/fair-draw/verify.ts'
import { existsFrom } from '../../domain/panel-draw/randomness/source.ts'
import { differentPanels } from '../../domain/panel-draw/view.ts'

/** What somebody kept, or knows of themselves, to hold a certificate against. */
export interface Known {
  /** The commitment that was published, or sent to them. */
  commitment: string | undefined
  /** Themselves and the salt that was sent to them. */
  nominee: { person: string; salt: string } | undefined
  /** The round of drand that the terms named: its page, or its signature. */
  beacon: string | undefined
}

/** Whatever its format says: a certificate that was tampered with, or of another version, is told so as one. */
export const isDraw = (file: unknown): boolean =>
  typeof file === 'object' &&
  file !== null &&
  (('format' in file && file.format === CERTIFICATE) || ('terms' in file && 'commitment' in file))

/** What is wrong with a certificate of a draw, in the order of its lines; and what it says, in lines. */
export function checkDraw(file: unknown, known: Known): { problems: string[]; says: string[] } {
  if (isTerms(file)) return checkTerms(file, known)
  const { problems, certificate } = verifyCertificate(file)
  if (!certificate) return { problems, says: [] }
  const row = heldAgainst(known, certificate, problems)
  const { beacon } = known
  const held = beacon === undefined ? undefined : againstRound(certificate, beacon)
  if (held && 'problem' in held) problems.push(held.problem)
  return {
    problems,
    says: [
      ...drawInWords(certificate),
      ...(held && 'says' in held ? [held.says] : []),
      ...(row < 0 ? [] : [ownChance(certificate, row)]),
    ],
  }
}

const isTerms = (file: unknown): boolean =>
  typeof file === 'object' && file !== null && 'format' in file && file.format === PUBLISHED_TERMS

/**
 * Holds a draw against what somebody kept, and says what is wrong.
 * @returns their row in the pool; -1 of nobody, and of one who is not in it
 */
function heldAgainst(
  { commitment, nominee }: Known,
  draw: { terms: Terms; commitment: string | undefined },
  problems: string[],
): number {
  if (commitment !== undefined && commitment !== draw.commitment)
    problems.push(`commitment: it is not the one you have, ${commitment}`)
  if (!nominee) return -1
  const own = entryOf(nominee.person, nominee.salt)
  const row = draw.terms.instance.pool.findIndex(({ entry }) => entry === own)
  if (row < 0) problems.push('terms.instance.pool: your entry is not in it')
  return row
}

/** What a draw was committed to, before it is drawn. */
function checkTerms(file: unknown, known: Known): { problems: string[]; says: string[] } {
  const { problems, terms, commitment } = verifyTerms(file)
  if (!terms) return { problems, says: [] }
  const { instance, panels, levels, chances, source } = terms
  const row = heldAgainst(known, { terms, commitment }, problems)
  if (known.beacon !== undefined) problems.push('beacon: hold it against the certificate, which says what was drawn')
  const times = panels.filter((panel) => panel.includes(row)).length
  return {
    problems,
    says: [
      `case ${terms.caseId}, draw ${terms.draw}: not drawn yet as far as this file goes; its randomness (${source.kind}) exists from ${existsFrom(source)}`,
      `${instance.pool.length} nominees, ${panels.length} equally likely panels, ${differentPanels(panels)} of them different, each within the limits`,
      limitsInWords(instance),
      `the chances are proven to be the fairest, in ${levels.length} levels`,
      ...(row < 0 ? [] : [`you are row ${row}: your chance is ${chances[row]}, ${times} of ${panels.length} panels`]),
    ],
  }
}

function drawInWords({ terms, from, evidence, index, panel }: Certificate): string[] {
  const { panels, instance, levels, furthest, never, committedAt, noticeHours } = terms
  return [
    `case ${terms.caseId}, draw ${terms.draw}: whoever looks for another has another certificate`,
    `panel ${index} of ${panels.length}, drawn by ${evidence.kind} (${from}): ${panel.length} of ${instance.pool.length} nominees`,
    limitsInWords(instance),
    `the chances are proven to be the fairest within these limits, in ${levels.length} levels; the list of panels is at most ${new Fraction(furthest).valueOf().toFixed(2)} of ${panels.length} off`,
    `${differentPanels(panels)} of the panels are different; who sits together is what mixing made of the list`,
    `the terms say that they were committed to at ${committedAt}, ${noticeHours} hours or more before the randomness existed: whoever has the commitment ${noticeHours < USUAL_NOTICE ? '(and was given less than the usual day) ' : ''}from before that knows it, and nothing else tells a certificate that was made anew afterwards`,
    ...lookAt(terms, from),
    ...never.map(({ row, why }) => `row ${row} can be on no panel: ${why}`),
  ]
}

/** What the panels were to fulfil: a limit can name whoever it likes, so everybody reads them. */
function limitsInWords({ panelSize, quotas, atMostOnePer, fairBetween }: Terms['instance']): string {
  const limits = quotas.map(({ category, feature, min, max }) => `${min} to ${max} with ${category} “${feature}”`)
  return [
    `its limits: a panel of ${panelSize}`,
    ...limits,
    ...(atMostOnePer === undefined ? [] : [`at most one of each ${atMostOnePer}`]),
    ...(fairBetween === undefined ? [] : [`fair between each ${fairBetween} first`]),
  ].join('; ')
}

/** A day, of which an hour may be lost when the clocks change. */
const USUAL_NOTICE = 23

function ownChance({ terms, panel }: Certificate, row: number): string {
  const times = terms.panels.filter((one) => one.includes(row)).length
  const drawn = panel.includes(String(terms.instance.pool[row]?.['entry'])) ? 'you were drawn' : 'you were not drawn'
  return `you are row ${row}: your chance was ${terms.chances[row]}, ${times} of ${terms.panels.length} panels; ${drawn}`
}
