import type { Case } from '../case/case.ts'
import { checked } from '../decision-record/paper.ts'
import { conflictsInAll } from '../decision-record/public-parts.ts'
import { plain } from '../evaluation/exact.ts'
import { pounds } from '../evaluation/pounds.ts'
import { type Block, facts, heading, list, type Paper, table, words } from '../paper/paper.ts'
import { areas } from '../proposal/areas.ts'
import { keyCriteria } from '../specification/template.ts'
import { dayTold } from '../time/day.ts'
import { happened, told } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import { type Announced, isAnnounced, type Superseded, standstillNow } from './decision.ts'
import type { Grounds } from './grounds.ts'
import { standstillLawOn } from './standstill.ts'

/**
 * The notices of intended awards, oldest first: each public from its announcement on, and for good. The standstill counts from the
 * day a notice is published (SI 2023/1348, reg. 12(2); Procurement Act 2023, s. 51). It and the standstill are one event, so that neither
 * is without the other. It says who, for how much, on what grounds and until when (sch. 10): the evaluation is public with the award.
 */
export function awardNotices(theCase: Case): AwardNotice[] {
  const { decision, proposal, ruleBook } = theCase
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
            ...(notice.grounds && { grounds: notice.grounds }),
            under: standstillLawOn(ruleBook.decision.standstill, standstill.publishedOn).notice,
            area: areas[proposal.form.area].name,
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
  /** Absent where it was announced without. */
  grounds?: Grounds
  /** What it is, by the law that the case follows. */
  under: string
  area: string
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

export const awardNoticePaper = (notice: AwardNotice, caseId: string, names: (id: string) => string): Paper => {
  const { title, winner, pence, publishedAt, standstill, published, head, notBefore, withdrawnAt, awardedAt } = notice
  const { under, area, grounds } = notice
  return {
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
      words(under),
      facts([
        ['Provider', names(winner)],
        ['Service', `${title} (${area.toLowerCase()})`],
        ['Price for the whole contract, without VAT', pence === undefined ? undefined : pounds(pence)],
        ['This notice was published', happened(publishedAt)],
        ['On the national platform', published && `${dayTold(published.on)}, ${published.reference}`],
        ['The standstill began', dayTold(standstill.begins)],
        ['Representations could be made before', notBefore === undefined ? told(standstill.ends) : undefined],
        ['Nothing will be awarded before', notBefore === undefined ? undefined : told(notBefore)],
        ['Under', standstill.citation],
        ['Case', caseId],
      ]),
      ...(grounds ? groundsBlocks(grounds) : []),
      ...(notBefore === undefined
        ? []
        : [
            words(
              `Providers that tendered can make representations before ${told(standstill.ends)}: each can read its letter in the portal. Another provider that might have provided the service can write to the programme manager, quoting the case, so that it arrives before then. The full decision record is published with the award.`,
            ),
          ]),
    ],
    head: { hash: head.hash },
  }
}

const groundsBlocks = ({ members, reasons, criteria, priceShare, conflicts }: Grounds): Block[] => [
  heading('Who decided, and why'),
  words(
    `The selection panel, of representatives of the GP practices, voted: ${members === 1 ? 'one member' : `${members} members`} took part. The approver of the contracting authority confirmed it. The tender comes first by the published criteria. The panel’s reasons:`,
  ),
  ...list(reasons),
  ...table(
    'What tenders were scored on',
    ['Criterion', 'Weight', 'Key criterion that it serves'],
    [
      ...criteria.map(({ title, weight, serves }) => [title, plain(weight), keyCriteria[serves]]),
      ['Price', plain(priceShare), keyCriteria.value],
    ],
  ),
  ...checked({ conflicts: conflictsInAll(conflicts) }),
]
