import { digest } from '../record/chain.ts'
import { bidders } from '../tender/tender.ts'
import { awards, contracts } from './awards.ts'
import { extended } from './extended.ts'
import { planning } from './planning.ts'
import { ocidOf, organisation, type Source } from './source.ts'
import { tenderOf } from './tender.ts'

/** What a release can be about: a part of the process, or all of it that is public. */
export const phases = ['planning', 'tender', 'award', 'contract'] as const
export type Phase = (typeof phases)[number]

type Tag = Phase | 'tenderUpdate' | 'tenderCancellation' | 'awardUpdate' | 'awardCancellation' | 'implementation'

/**
 * The case as one OCDS 1.1.5 release with everything that is public of it (requirements §7), or with one phase of it.
 * @returns undefined when there is nothing of that phase yet
 */
export function release(source: Source, phase?: Phase) {
  const [tender, awarded, contracted] = [tenderOf(source), awards(source), contracts(source)]
  const has = {
    planning: true,
    tender: tender !== undefined,
    award: awarded.length > 0,
    contract: contracted.length > 0,
  }
  if (phase && !has[phase]) return undefined
  const shown = (one: Phase) => has[one] && (phase === undefined || phase === one)
  const content = {
    date: latest(source),
    tag: tagsOf(source).filter((tag) => (phase === undefined ? true : phaseOf(tag) === phase)),
    initiationType: 'tender' as const,
    language: 'en',
    parties: parties(source),
    buyer: source.buyer,
    ...(shown('planning') && { planning: planning(source) }),
    ...(shown('tender') && tender && { tender }),
    ...(shown('award') && { awards: awarded }),
    ...(shown('contract') && { contracts: contracted }),
    redesignPanels: extended(source),
  }
  const ocid = ocidOf(source)
  // By what it says: a number of events would tell the public how much is being done that is not public.
  return { ocid, id: `${ocid}-${digest(content).slice(0, 16)}${phase ? `-${phase}` : ''}`, ...content }
}
export type Release = NonNullable<ReturnType<typeof release>>

const phaseOf = (tag: Tag): Phase =>
  tag === 'implementation'
    ? 'contract'
    : tag.startsWith('tender')
      ? 'tender'
      : tag.startsWith('award')
        ? 'award'
        : (tag as Phase)

function tagsOf(source: Source): Tag[] {
  const tender = tenderOf(source)
  const { afterAward } = source.theCase
  const ofTender: Tag[] =
    tender === undefined
      ? []
      : tender.status === 'cancelled'
        ? ['tenderCancellation']
        : tender.amendments
          ? ['tenderUpdate']
          : ['tender']
  return [
    'planning',
    ...ofTender,
    ...tagOfAwards(awards(source)),
    ...(contracts(source).length > 0 ? (['contract'] as const) : []),
    ...(contracts(source).length > 0 && (afterAward?.milestones.length ?? 0) > 0 ? (['implementation'] as const) : []),
  ]
}

/** An award that was announced and no longer stands cancels it; one that comes after it is an update. */
function tagOfAwards(all: ReturnType<typeof awards>): Tag[] {
  if (all.length === 0) return []
  if (all.every(({ status }) => status === 'cancelled')) return ['awardCancellation']
  return [all.some(({ status }) => status === 'cancelled') ? 'awardUpdate' : 'award']
}

/** When the newest of what it tells happened. */
function latest({ theCase, record, notice, today }: Source): string {
  const { life, tender, afterAward } = theCase
  const times = [
    ...life.path.flatMap(({ entered, left }) => (left ? [entered, left] : [entered])),
    ...(tender && 'publishedAt' in tender
      ? [tender.publishedAt, ...[...tender.changes, ...tender.deadlines].map(({ at }) => at)]
      : []),
    ...(notice ? [notice.publishedAt] : []),
    ...(theCase.decision && 'published' in theCase.decision && theCase.decision.published
      ? [theCase.decision.published.at]
      : []),
    ...(afterAward?.goLiveOn !== undefined && afterAward.goLiveOn <= today
      ? [`${afterAward.goLiveOn}T00:00:00.000Z`]
      : []),
    ...(theCase.decision?.superseded ?? []).map(({ at }) => at),
    ...(record ? [record.decision.awardedAt ?? record.decision.announcedAt] : []),
    ...(afterAward?.milestones ?? []).flatMap(({ openedAt, reached }) => [openedAt, ...(reached ? [reached.at] : [])]),
  ]
  return times.sort().at(-1) ?? ''
}

function parties(source: Source) {
  const { theCase, record, notice, buyer } = source
  const { proposer } = theCase.proposal.form
  const roles = new Map<string, { name: string; roles: string[] }>()
  const add = (id: string, name: string, role: string) => {
    const known = roles.get(id) ?? { name, roles: [] }
    roles.set(id, { name, roles: [...known.roles, role] })
  }
  add(buyer.id, buyer.name, 'buyer')
  add(buyer.id, buyer.name, 'procuringEntity')
  if (proposer.kind === 'other') add('proposer', proposer.name, 'proposer')
  else {
    const { id, name } = organisation(
      source,
      proposer.kind === 'practice' ? proposer.practiceId : proposer.organisationId,
    )
    add(id, name, 'proposer')
  }
  if (notice) add(notice.winner, organisation(source, notice.winner).name, 'supplier')
  if (record) {
    for (const bidder of bidders(theCase.tender)) add(bidder, organisation(source, bidder).name, 'tenderer')
    if (record.winner !== undefined) add(record.winner, organisation(source, record.winner).name, 'supplier')
  }
  return [...roles].map(([id, party]) => ({ id, ...party }))
}
