import type { Case } from '../../domain/case/case.ts'
import { pageOfRound } from '../../domain/panel-draw/randomness/page-of-round.ts'
import { existsFrom } from '../../domain/panel-draw/randomness/source.ts'
import { published } from '../../domain/panel-draw/view.ts'
import { told } from '../../domain/time/deadline.ts'
import { pages } from '../messages/pages.ts'
import type { Deps } from '../runtime/deps.ts'
import { addressees } from './addressees.ts'
import { mailOnce } from './mail-once.ts'
import { tryEach } from './try-each.ts'

const secretariat = [{ kind: 'programme-manager' }, { kind: 'deputy-programme-manager' }] as const

/**
 * The service could not get the round that a draw named. Each nominee in its pool is told, because anybody can bring it: then
 * nobody gains anything by keeping it from the service (decision 15).
 */
export async function tellOfMissingRound(deps: Deps, theCase: Case, number: number): Promise<void> {
  const draw = theCase.draws?.[number]
  if (draw?.status !== 'committed' || draw.terms.source.kind !== 'drand-quicknet') return
  const { title } = theCase.proposal.form
  const { source, fallback } = draw.terms
  const people = Object.keys(draw.salts).map((id) => ({ kind: 'person' as const, id }))
  await tryEach([...people, ...secretariat], async (who) =>
    mailOnce(deps, await addressees(deps, theCase.id, [who]), `${theCase.id}#round-missing#${number}`, {
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
    }),
  )
}

/** The round was brought when its fallback had decided the draw: whoever answers for the draw has to explain it. */
export async function tellOfLateRound(deps: Deps, theCase: Case, number: number): Promise<void> {
  const draw = theCase.draws?.[number]
  if (draw?.status !== 'drawn' || draw.from !== 'fallback') return
  const { title } = theCase.proposal.form
  const { brought } = published(draw)
  const who = await addressees(deps, theCase.id, [...secretariat, { kind: 'approver' }])
  await mailOnce(deps, who, `${theCase.id}#round-late#${number}`, {
    subject: `A draw used its fallback, and its round exists: ${title}`,
    text: [
      `Draw ${number} for “${title}” was decided by its fallback, because the round of drand that it had named could not be had. Somebody has now brought that round, and it carries drand’s signature.`,
      `The round draws panel number ${brought?.index}; the fallback drew panel number ${draw.index}. Everybody can see this on the page below.`,
      'Find out whether drand published the round late, or the service was kept from it, and tell the practices. They can challenge the draw.',
    ].join('\n\n'),
    page: pages.draw(theCase.id),
  })
}
