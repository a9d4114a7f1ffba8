import Fraction from 'fraction.js'
import type { Case } from '../case/case.ts'
import { seated } from '../panel/panel.ts'
import type { StandingMember } from '../standing-panel/standing-panel.ts'
import { changesAsPeopleSay } from './changes-in-words.ts'
import type { Draw, Drawn } from './draw.ts'
import { CERTIFICATE, type Certificate } from './fair-draw/certificate.ts'
import { entryOf } from './fair-draw/entry.ts'
import { panelOfRound } from './fair-draw/panel-of-round.ts'
import { limitsOf } from './limits.ts'
import { sittingFacts } from './pool.ts'
import { pageOfRound } from './randomness/page-of-round.ts'
import { existsFrom } from './randomness/source.ts'

export function certificateOf({ terms, commitment, from, evidence, randomness, index, panel }: Drawn): Certificate {
  return { format: CERTIFICATE, terms, commitment, from, evidence, randomness, index, panel }
}

/** How many different panels a list has. */
export const differentPanels = (panels: readonly (readonly number[])[]): number =>
  new Set(panels.map((panel) => panel.join(' '))).size

/** A draw as everybody may see it, in short; its terms and certificate are answers of their own. */
export function published(draw: Draw) {
  const { terms, commitment, status } = draw
  const { committedAt, noticeHours, source, fallback, instance, panels, never } = terms
  return {
    ...{ draw: terms.draw, status, commitment, committedAt, noticeHours, source, fallback },
    randomFrom: existsFrom(source),
    ...(source.kind === 'drand-quicknet' && { roundPage: pageOfRound(source.round) }),
    pool: instance.pool.length,
    sitting: instance.sitting?.length ?? 0,
    panels: panels.length,
    differentPanels: differentPanels(panels),
    never: never.map(({ row, why }) => ({ row, why: changesAsPeopleSay(why) })),
    ...(draw.fallenBack && { fallenBack: draw.fallenBack }),
    ...(draw.brought && {
      brought: { ...draw.brought, ...panelOfRound(terms, commitment, draw.brought.signature) },
    }),
    ...(status === 'abandoned' && {
      reason: draw.reason,
      ...(draw.abandonedAt !== undefined && { abandonedAt: draw.abandonedAt }),
    }),
    ...(status === 'drawn' && {
      ...{ from: draw.from, evidence: draw.evidence, randomness: draw.randomness },
      ...{ index: draw.index, panel: draw.panel, drawnAt: draw.drawnAt },
    }),
  }
}

/** The limits of the panel, and how those who sit or are invited count towards each. */
export function makeUp(theCase: Pick<Case, 'panel' | 'nomination' | 'ruleBook'>) {
  const { panel, ruleBook } = theCase
  const rows = seated(panel).map((person) => sittingFacts(theCase, person))
  const { panelSize, quotas } = limitsOf(ruleBook, panel?.relaxed)
  return {
    size: panelSize,
    seated: rows.length,
    quotas: quotas.map(({ category, feature, min, max }) => ({
      ...{ category, feature: String(feature), min, max },
      have: rows.filter((row) => row[category] === feature).length,
    })),
  }
}

/** Who sits, as the draw counted them: what a standing panel is convened with. */
export function membersAsDrawn(theCase: Pick<Case, 'panel' | 'nomination' | 'ruleBook'>): StandingMember[] {
  return seated(theCase.panel).flatMap((person) => {
    const nominee = theCase.nomination?.nominees[person]
    const { practiceId, profession } = nominee ?? {}
    if (practiceId === undefined || profession === undefined) return []
    return [{ person, practiceId, profession, experienced: sittingFacts(theCase, person)['experience'] === 'recent' }]
  })
}

function own({ terms, salts }: Draw, person: string) {
  const salt = salts[person]
  if (salt === undefined) return undefined
  const entry = entryOf(person, salt)
  const number = terms.instance.pool.findIndex((row) => row['entry'] === entry)
  const row = terms.instance.pool[number]
  return row && { salt, entry, number, row }
}

/** A nominee's own chance in one draw: the ideal one, exactly, the one that the list of panels gives, and why. */
export function ownChance(draw: Draw, person: string) {
  const mine = own(draw, person)
  if (!mine) return []
  const { salt, entry, number } = mine
  const { terms, status } = draw
  const chance = terms.chances[number] ?? '0'
  const times = terms.panels.filter((panel) => panel.includes(number)).length
  return [
    {
      ...{ draw: terms.draw, status, entry, salt, row: number, chance, times, panels: terms.panels.length },
      because: why(draw, number),
      ...(status === 'drawn' && { drawn: draw.panel.includes(entry) }),
    },
  ]
}

function why({ terms }: Draw, number: number): string {
  const never = terms.never.find(({ row }) => row === number)
  if (never) return `You cannot be on any panel: ${changesAsPeopleSay(never.why).replace('with them', 'with you')}.`
  const { pool } = terms.instance
  const chances = terms.chances.map((chance) => new Fraction(chance))
  const chanceOf = (practice: unknown) =>
    pool.reduce((sum, row, at) => (row['practice'] === practice ? sum.add(chances[at] ?? 0) : sum), new Fraction(0))
  const practices = [...new Set(pool.map((row) => row['practice']))]
  const mine = pool[number]?.['practice']
  const ofMine = chanceOf(mine)
  const others = pool.filter((row) => row['practice'] === mine).length - 1
  const less = practices.filter((practice) => chanceOf(practice).compare(ofMine) < 0).length
  const more = practices.filter((practice) => chanceOf(practice).compare(ofMine) > 0).length
  const standing =
    less === 0 && more === 0
      ? 'the same as every other practice has'
      : `${less} of the ${practices.length} practices have a lower chance and ${more} have a higher one, because the limits of the panel need some kinds of people more than others`
  const shared =
    others === 0
      ? 'You are its only nominee, so that chance is yours.'
      : `It is shared between its ${others + 1} nominees as equally as the limits allow.`
  return `Chances are fair between practices first. ${ofMine.equals(1) ? 'Yours is certain of a seat' : `Yours has a chance of ${ofMine.toFraction()} of a seat`}: ${standing}. ${shared} No draw within the limits gives a better chance to those with the lowest chance. The certificate proves it.`
}
