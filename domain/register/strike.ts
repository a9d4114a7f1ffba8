import { digest } from '../record/chain.ts'
import { refuseUnless } from '../refusal.ts'
import type { Interest, RegisterEntry, Relation } from './declaration.ts'
import { organisationCalled } from './names.ts'
import { answerAClaim, closeTo, type Interested, ownOrganisations, tiedTo } from './own-interest.ts'
import { emptyEntry, type RegisterEvent } from './register.ts'

export type StrikeCommand =
  /** @param entry what is struck out, and nothing like it (`entryName`) */
  | { type: 'StrikeInterest'; person: string; entry: string; reason: string; by: string }
  | { type: 'StrikeRelation'; person: string; entry: string; reason: string; by: string }

/** What one entry of the register goes by when it is struck out. */
export const entryName = (entry: Interest | Relation): string => digest(entry)

/** What others say of somebody, or what they declared once and do not stand by. */
export const suggestedIn = ({ recorded, dropped }: RegisterEntry): Interest[] => [...recorded, ...dropped]

/**
 * What can be struck out as a mistake: entries by others, what was declared once, and where the register of people said that
 * they belonged.
 */
const strikable = (entry: RegisterEntry): Interest[] => [...suggestedIn(entry), ...(entry.belonged ?? [])]

/**
 * Takes something out of the register that was a mistake, with the reason. Nobody does it for themselves, for somebody close to
 * them, or where an organisation is concerned in which they have an interest (requirements §4).
 */
export function strike(register: Interested, command: StrikeCommand): RegisterEvent[] {
  const { person, reason, by } = command
  refuseUnless(
    by !== person,
    'NotAllowed',
    'You cannot strike out what the register says about yourself. Your deputy, or the person you stand in for, must do it.',
  )
  const held = register.entries.find((one) => one.person === person) ?? emptyEntry(person)
  if (command.type === 'StrikeInterest') {
    const interest = strikable(held).find((one) => entryName(one) === command.entry)
    refuseUnless(
      interest,
      'NotFound',
      'The register does not have this interest among those that can be struck out, or not any longer.',
    )
    const called = organisationCalled(interest.organisationId, register.organisations)
    mustBeOfOthers(register, by, [person], called ? [called.id] : [])
    return [{ type: 'InterestStruck', data: { person, interest, reason } }]
  }
  const relation = (held.droppedRelations ?? []).find((one) => entryName(one) === command.entry)
  refuseUnless(
    relation,
    'NotFound',
    'The register does not have this person among those who were named once and left out since.',
  )
  refuseUnless(
    by !== relation.personId,
    'NotAllowed',
    'You cannot strike out that somebody named you. Your deputy, or the person you stand in for, must do it.',
  )
  // A relation bars by the interests of the other person, so nobody strikes it out who has one of these.
  mustBeOfOthers(register, by, [person, relation.personId], tiedTo(relation.personId, register))
  return [{ type: 'RelationStruck', data: { person, relation, reason } }]
}

/** @throws Refusal `NotAllowed` where it is about whoever enters it, somebody close to them, or an organisation of theirs */
export function mustBeOfOthers(
  register: Interested,
  by: string,
  people: readonly string[],
  organisations: readonly string[],
  what: 'record' | 'strike out' = 'strike out',
): void {
  const close = closeTo(by, register)
  const own = ownOrganisations(by, register)
  refuseUnless(
    !people.some((one) => close.includes(one)) && !organisations.some((one) => own.has(one)),
    'NotAllowed',
    `You cannot ${what} what concerns somebody close to you, or an organisation in which you, or they, have an interest. Your deputy, or the person you stand in for, must do it. ${answerAClaim}`,
  )
}
