import type { Case } from '../case/case.ts'
import { pounds } from '../evaluation/pounds.ts'
import { facts, heading, type Paper, words } from '../paper/paper.ts'
import { dayTold } from '../time/day.ts'
import { happened, told } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import { type Announced, isAnnounced, type Superseded, standstillNow } from './decision.ts'

/**
 * The notices of intended awards, oldest first: each public from its announcement on, and for good. The standstill counts from the
 * day a notice is published (SI 2023/1348, reg. 11 and 12; Procurement Act 2023, s. 50 and 51). It and the standstill are one event,
 * so that neither is without the other. Nothing but who, for how much, and until when: the evaluation is public with the award.
 */
export function awardNotices(theCase: Case): AwardNotice[] {
  const { decision, proposal } = theCase
  const shown = (
    { notice, standstill, published, announcedAt, sitting }: Announced | Superseded,
    more: Pick<AwardNotice, 'withdrawnAt' | 'awardedAt' | 'notBefore'>,
  ): AwardNotice[] =>
    notice && standstill
      ? [
          {
            title: proposal.form.title,
            sitting,
            winner: notice.organisationId,
            ...(notice.pence !== undefined && { pence: notice.pence }),
            publishedAt: announcedAt,
            standstill: standstillNow({ standstill, published }),
            ...(published && { published: { on: published.on, reference: published.reference } }),
            head: notice.head,
            ...more,
          },
        ]
      : []
  return [
    ...(decision?.superseded ?? []).flatMap((one) => shown(one, { withdrawnAt: one.at })),
    ...(isAnnounced(decision)
      ? shown(
          decision,
          decision.status === 'awarded'
            ? { awardedAt: decision.awardedAt }
            : { notBefore: awardNotBefore(theCase) ?? decision.announcedAt },
        )
      : []),
  ]
}

/** The one whose standstill is open. */
export const awardNotice = (theCase: Case): AwardNotice | undefined =>
  awardNotices(theCase).find(({ awardedAt, withdrawnAt }) => awardedAt === undefined && withdrawnAt === undefined)

/** Until when the standstill is open as things are: a further decision has moved it. Nothing where none is open. */
export const awardNotBefore = ({ decision, life }: Pick<Case, 'decision' | 'life'>): Instant | undefined => {
  if (decision?.status !== 'standstill') return undefined
  return life.wait?.name === 'standstill' ? life.wait.dueAt : standstillNow(decision).ends
}

export interface AwardNotice {
  title: string
  sitting: number
  winner: string
  pence?: number
  publishedAt: Instant
  /** As it counts. */
  standstill: NonNullable<Announced['standstill']>
  /** On the national platform. */
  published?: { on: string; reference: string }
  head: { hash: string }
  /** While the standstill is open: the contract cannot begin before; when it does is known when the service goes live. */
  notBefore?: Instant
  /** The decision no longer stands since. */
  withdrawnAt?: Instant
  awardedAt?: Instant
}

export const awardNoticePaper = (
  { title, winner, pence, publishedAt, standstill, published, head, notBefore, withdrawnAt, awardedAt }: AwardNotice,
  caseId: string,
  names: (id: string) => string,
): Paper => ({
  title,
  about: `Notice of the intended award · ${happened(publishedAt)}`,
  blocks: [
    heading('The intended award'),
    words(
      withdrawnAt !== undefined
        ? `This notice no longer stands since ${happened(withdrawnAt)}. We had intended to award the contract to ${names(winner)}.`
        : awardedAt !== undefined
          ? `We intended to award the contract to ${names(winner)}. It was awarded: ${happened(awardedAt)}.`
          : `We intend to award the contract to ${names(winner)}. It has not been awarded yet.`,
    ),
    facts([
      ['Provider', names(winner)],
      ['Price', pence === undefined ? undefined : pounds(pence)],
      ['This notice was published', happened(publishedAt)],
      ['On the national platform', published && `${dayTold(published.on)}, ${published.reference}`],
      ['The standstill began', dayTold(standstill.begins)],
      ['Representations could be made before', notBefore === undefined ? told(standstill.ends) : undefined],
      ['Nothing will be awarded before', notBefore === undefined ? undefined : told(notBefore)],
      ['Under', standstill.citation],
      ['Case', caseId],
    ]),
    ...(notBefore === undefined
      ? []
      : [
          words(
            `Providers that tendered can make representations before ${told(standstill.ends)}: each can read its letter in the portal. Another provider that might have provided the service can write to the programme manager, quoting the case, so that it arrives before then. The full decision record is published with the award.`,
          ),
        ]),
  ],
  head: { hash: head.hash },
})
