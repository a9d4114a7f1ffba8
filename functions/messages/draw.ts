import { createHash } from 'node:crypto'
import type { Case } from '../../domain/case/case.ts'
import { mayServe } from '../../domain/conflict/conflict.ts'
import type { Mail } from '../../domain/message/message.ts'
import { ownPart } from '../../domain/message/own-part.ts'
import { pool } from '../../domain/nomination/nomination.ts'
import type { DrawEvent } from '../../domain/panel-draw/draw.ts'
import { pageOfRound } from '../../domain/panel-draw/randomness/page-of-round.ts'
import { existsFrom } from '../../domain/panel-draw/randomness/source.ts'
import { published } from '../../domain/panel-draw/view.ts'
import { told } from '../../domain/time/deadline.ts'
import { pages } from './pages.ts'

type Committed = Extract<DrawEvent, { type: 'DrawCommitted' }>['data']

const persons = (ids: readonly string[]): Mail['to'] => ids.map((id) => ({ kind: 'person', id }))

/**
 * Each nominee in a pool is sent what the draw was committed to, and their own salt, before the randomness exists: whoever kept
 * the mail can show later that they were in the pool, and that nothing was changed. Whoever accepted a nomination and is not in the
 * pool hears that, and why: nobody else could notice that somebody was left out.
 */
export function ofCommitment(theCase: Case, { terms, commitment, salts }: Committed): Mail[] {
  const { title } = theCase.proposal.form
  const { source, draw, instance } = terms
  const words = [
    'Your entry in the published pool: {entry}\nYour identifier: {person}\nYour salt, which shows that the entry is yours and is sent to nobody else: {salt}',
    `Once the panel has been drawn, its certificate will be on the page below. You can check it there, or on your own computer:\nnpm run verify -- certificate.json --commitment ${commitment} --nominee {person}:{salt}`,
  ].join('\n\n')
  const inPool: Mail = {
    to: persons(Object.keys(salts)),
    subject: `You are in the draw: ${title}`,
    text: [
      `You are one of ${instance.pool.length} nominees from whom the panel for “${title}” will be drawn (draw ${draw}).`,
      `The draw is bound to this commitment: ${commitment}`,
      `The randomness that decides it does not exist before ${told(existsFrom(source))}. Keep this email. With it, you can find out if anybody changes the pool, the chances or the panels afterwards.`,
    ].join('\n\n'),
    own: {
      words,
      sha256: Object.fromEntries(
        Object.entries(salts).map(([person, salt]) => [
          person,
          createHash('sha256')
            .update(ownPart(words, person, salt))
            .digest('hex'),
        ]),
      ),
    },
    page: pages.draw(theCase.id),
  }
  const out = Map.groupBy(leftOut(theCase, salts), (person) => whyOut(theCase, person))
  return [
    inPool,
    ...[...out].map(([why, people]) => ({
      to: persons(people),
      subject: `You are not in the draw: ${title}`,
      text: [
        `The panel for “${title}” will be drawn (draw ${draw}) from ${instance.pool.length} nominees. You accepted a nomination, and are not one of them: ${why}.`,
        `If you think that this is wrong, write to the programme manager before ${told(existsFrom(source))}: until then the draw can be made again with you in it.`,
        `The draw is bound to this commitment: ${commitment}`,
      ].join('\n\n'),
      page: pages.draw(theCase.id),
    })),
  ]
}

/** Who accepted a nomination, and has neither a seat nor a place in the pool. */
const leftOut = ({ nomination, panel }: Case, salts: Committed['salts']): string[] =>
  nomination ? pool(nomination).filter((person) => salts[person] === undefined && !panel?.seats[person]) : []

const whyOut = ({ conflicts, ruleBook }: Case, person: string): string =>
  mayServe(conflicts, person)
    ? `you serve on ${ruleBook.panel.mostPanelsAtOnce} panels at once already, the most that one person may`
    : conflicts?.standings[person]?.status === 'flagged'
      ? 'nobody has ruled yet on an interest of yours'
      : 'by the rules you cannot sit on this panel'

const secretariat: Mail['to'] = [{ kind: 'programme-manager' }, { kind: 'deputy-programme-manager' }]

/**
 * The service could not get the round that a draw named. Each nominee in its pool is told, because anybody can bring it: then
 * nobody gains anything by keeping it from the service (decision 15).
 */
export function ofMissingRound(theCase: Case, { draw: number }: { draw: number }): Mail[] {
  const draw = theCase.draws?.[number]
  if (draw?.status !== 'committed' || draw.terms.source.kind !== 'drand-quicknet') return []
  const { title } = theCase.proposal.form
  const { source, fallback } = draw.terms
  return [
    {
      to: [...persons(Object.keys(draw.salts)), ...secretariat],
      subject: `Can you bring the random number for the draw? ${title}`,
      text: [
        `The panel for “${title}” is drawn from round ${source.round} of the public beacon drand (draw ${number}). The round was due at ${told(existsFrom(source))}, and our service has not been able to get it.`,
        `If you can open this page, copy all that it shows:\n${pageOfRound(source.round)}`,
        'Paste it on the page below. It does not matter who brings the round: it carries a signature that only drand can make.',
        fallback
          ? `The round decides the draw for as long as the panel has not been drawn. If nobody can get it, the fallback that was named in advance is used, from ${told(existsFrom(fallback))}.`
          : 'The round decides the draw for as long as the panel has not been drawn.',
      ].join('\n\n'),
      page: pages.draw(theCase.id),
    },
  ]
}

/** The round was brought when its fallback had decided the draw: whoever answers for the draw has to explain it. */
export function ofLateRound(theCase: Case, { draw: number }: { draw: number }): Mail[] {
  const draw = theCase.draws?.[number]
  if (draw?.status !== 'drawn' || draw.from !== 'fallback') return []
  const { title } = theCase.proposal.form
  const { brought } = published(draw)
  return [
    {
      to: [...secretariat, { kind: 'approver' }],
      subject: `A draw used its fallback, and its round exists: ${title}`,
      text: [
        `Draw ${number} for “${title}” was decided by its fallback, because the round of drand that it had named could not be had. Somebody has now brought that round, and it carries drand’s signature.`,
        `The round draws panel number ${brought?.index}; the fallback drew panel number ${draw.index}. Everybody can see this on the page below.`,
        'Find out whether drand published the round late, or the service was kept from it, and tell the practices. They can challenge the draw.',
      ].join('\n\n'),
      page: pages.draw(theCase.id),
    },
  ]
}
