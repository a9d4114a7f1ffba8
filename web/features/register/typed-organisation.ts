import type { Organisation } from '../../../domain/locality/locality.ts'
import { isoOf, type TypedDate, typedDateOf } from '../../time.ts'
import { endedOf as dateOf, type FieldFault } from '../interests/typed-interest.ts'
import { words } from './words.ts'

const said = words.organisation

/** Stands for an organisation that the register does not know yet. */
export const NEW = 'new'

/** An organisation as the register has it, in the version that a change is made over. */
export type RecordedOrganisation = Organisation & { version: string }

/** An organisation as it is being typed; names one a line. */
export interface TypedOrganisation {
  name: string
  kind: Organisation['kind']
  aliases: string
  formerNames: string
  owns: { organisationId: string; share: string; since: TypedDate }[]
  areas: string[]
  intends: string[]
  /** What has ended, and counts for a while yet. */
  owned: { organisationId: string; share: string; ended: TypedDate }[]
  served: { area: string; ended: TypedDate }[]
  reason: string
}

export const noHolding = { organisationId: '', share: '', since: { day: '', month: '', year: '' } }

/** What is typed to begin with: what the register says, or nothing of a new one. */
export const typedFrom = (one: Organisation | undefined): TypedOrganisation => ({
  name: one?.name ?? '',
  kind: one?.kind ?? 'provider',
  aliases: (one?.aliases ?? []).join('\n'),
  formerNames: (one?.formerNames ?? []).join('\n'),
  owns: (one?.owns ?? []).map(({ organisationId, basisPoints, since }) => ({
    organisationId,
    share: String(basisPoints / 100),
    since: since === undefined ? noHolding.since : typedDateOf(since),
  })),
  areas: one?.areas ?? [],
  intends: one?.intends ?? [],
  owned: (one?.owned ?? []).map(({ organisationId, basisPoints, endedOn }) => ({
    organisationId,
    share: String(basisPoints / 100),
    ended: typedDateOf(endedOn),
  })),
  served: (one?.served ?? []).map(({ area, endedOn }) => ({ area, ended: typedDateOf(endedOn) })),
  reason: '',
})

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** In hundredths of a per cent; undefined where it is no share. */
export function basisPointsOf(share: string): number | undefined {
  const typed = share.replace('%', '').replace(',', '.').trim()
  const basisPoints = /^\d+(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : 0
  return basisPoints >= 1 && basisPoints <= 10_000 ? basisPoints : undefined
}

/** Everything that can be seen to be wrong with it here, each with its field. */
export function faultsInOrganisation({ name, owns, owned, served, reason }: TypedOrganisation): FieldFault[] {
  return [
    ...(name.trim() === '' ? [{ fieldId: 'name', detail: said.missing.name }] : []),
    ...owns.flatMap(({ organisationId, share, since }, index) => [
      ...(organisationId === '' ? [{ fieldId: `owned-${index}`, detail: said.missing.owned }] : []),
      ...(basisPointsOf(share) === undefined ? [{ fieldId: `share-${index}`, detail: said.missing.share }] : []),
      ...(dateOf(since) === 'wrong' ? [{ fieldId: `since-${index}`, detail: said.missing.since }] : []),
    ]),
    ...owned.flatMap(({ ended }, index) => missingEnd(`owned-ended-${index}`, ended)),
    ...served.flatMap(({ ended }, index) => missingEnd(`served-ended-${index}`, ended)),
    ...(reason.trim() === '' ? [{ fieldId: 'reason', detail: said.missing.reason }] : []),
  ]
}

const missingEnd = (fieldId: string, ended: TypedDate): FieldFault[] => {
  const date = dateOf(ended)
  return date === undefined || date === 'wrong' ? [{ fieldId, detail: said.missing.ended }] : []
}

/** The organisation that is recorded. */
export function organisationFrom(id: string, typed: TypedOrganisation): Organisation {
  const { name, kind, aliases, formerNames, owns, areas, intends, owned, served } = typed
  return {
    ...{ id, name: name.trim(), kind, aliases: linesOf(aliases), formerNames: linesOf(formerNames) },
    owns: owns.map(({ organisationId, share, since }) => {
      const date = dateOf(since)
      return {
        organisationId,
        basisPoints: basisPointsOf(share) ?? 0,
        ...(date !== undefined && date !== 'wrong' && { since: date }),
      }
    }),
    ...{ areas, intends },
    owned: owned.map(({ organisationId, share, ended }) => ({
      ...{ organisationId, basisPoints: basisPointsOf(share) ?? 0, endedOn: isoOf(ended) },
    })),
    served: served.map(({ area, ended }) => ({ area, endedOn: isoOf(ended) })),
  }
}

/** An identifier for a new one, from its name: `hearthlight-counselling-ltd`; another where that is taken. */
export function identifierFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
  const stem = plain.length < 2 ? `organisation-${plain}`.replace(/-$/, '') : plain
  let id = stem
  for (let number = 2; taken.includes(id); number += 1) id = `${stem}-${number}`
  return id
}

/** Who owns a part of it though it owns a part of them, in however many steps: a circle, lawful and worth a second look. */
export function circleThrough(id: string, owns: readonly string[], organisations: readonly Organisation[]): string[] {
  const ownedBy = new Map(organisations.map((one) => [one.id, one.owns.map(({ organisationId }) => organisationId)]))
  const leadsBack = (from: string): boolean => {
    const seen = new Set<string>()
    const next = [from]
    for (let one = next.pop(); one !== undefined; one = next.pop()) {
      if (one === id) return true
      if (seen.has(one)) continue
      seen.add(one)
      next.push(...(ownedBy.get(one) ?? []))
    }
    return false
  }
  return [...new Set(owns)].filter((owned) => owned !== '' && owned !== id && leadsBack(owned))
}

/** Which field of the form a fault of the command belongs to. */
export function organisationField(pointer: string): string | undefined {
  const holding = pointer.match(/^\/organisation\/owns\/(\d+)\/(organisationId|basisPoints|since)$/)
  const names = { organisationId: 'owned', basisPoints: 'share', since: 'since' } as const
  if (holding) return `${names[holding[2] as keyof typeof names]}-${holding[1]}`
  const past = pointer.match(/^\/organisation\/(owned|served)\/(\d+)\//)
  if (past) return `${past[1]}-ended-${past[2]}`
  if (pointer === '/reason') return 'reason'
  return pointer.match(/^\/organisation\/(name|kind|aliases|formerNames|areas|intends)/)?.[1]
}
