import type { Case } from '../case/case.ts'
import { pounds } from '../evaluation/pounds.ts'
import { facts, heading, type Paper, words } from '../paper/paper.ts'
import { told } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'

/**
 * The notice of the intended award: public from the announcement on, for the standstill counts from the day it is published
 * (SI 2023/1348, reg. 11 and 12; Procurement Act 2023, s. 50 and 51). It and the standstill are one event, so that neither is
 * without the other. Nothing but who, for how much, and until when: the evaluation is public with the award.
 * @returns undefined when nothing is intended, and once the contract is awarded
 */
export function awardNotice(theCase: Case) {
  const { decision, evaluation, proposal } = theCase
  if (decision?.status !== 'standstill' || decision.recommendation.outcome !== 'award') return undefined
  if (evaluation?.status !== 'ranked') return undefined
  const { organisationId } = decision.recommendation
  const { announcedAt, standstill, sitting } = decision
  const price = evaluation.prices.find((one) => one.organisationId === organisationId)
  return {
    title: proposal.form.title,
    sitting,
    winner: organisationId,
    ...(price && 'pence' in price && { pence: price.pence }),
    publishedAt: announcedAt,
    standstill,
    /** The contract cannot begin before; when it does is known when the service goes live. */
    notBefore: awardNotBefore(theCase) ?? standstill.ends,
  }
}

/** Until when the standstill is open as things are: a further decision has moved it. Nothing where none is open. */
export const awardNotBefore = ({ decision, life }: Pick<Case, 'decision' | 'life'>): Instant | undefined => {
  if (decision?.status !== 'standstill') return undefined
  return life.wait?.name === 'standstill' ? life.wait.dueAt : decision.standstill.ends
}

export type AwardNotice = NonNullable<ReturnType<typeof awardNotice>>

export const awardNoticePaper = (
  { title, winner, pence, publishedAt, standstill, notBefore }: AwardNotice,
  { caseId, head }: { caseId: string; head: Paper['head'] },
  names: (id: string) => string,
): Paper => ({
  title,
  about: `Notice of the intended award · ${told(publishedAt)}`,
  blocks: [
    heading('The intended award'),
    words(`We intend to award the contract to ${names(winner)}. It has not been awarded yet.`),
    facts([
      ['Provider', names(winner)],
      ['Price', pence === undefined ? undefined : pounds(pence)],
      ['This notice was published', told(publishedAt)],
      ['The standstill began', standstill.begins],
      ['Nothing will be awarded before', told(notBefore)],
      ['Under', standstill.citation],
      ['Case', caseId],
    ]),
    words(
      `Providers that tendered can make representations before ${told(standstill.ends)}: each can read its letter in the portal. The full decision record is published with the award.`,
    ),
  ],
  head: { hash: head.hash },
})
