import { checkConflicts } from '../../../domain/conflict/check.ts'
import type { Check } from '../../../domain/conflict/conflict.ts'
import { matterOf, type NamedInTender, type PersonFacts, type Register } from '../../../domain/conflict/matter.ts'
import type { UnknownInTender } from '../../../domain/conflict/stand-in.ts'
import type { Organisation } from '../../../domain/locality/locality.ts'
import type { Interest, RegisterEntry } from '../../../domain/register/declaration.ts'
import { type RuleBook, ruleBookSchema } from '../../../domain/rule-book/rule-book.ts'
import { form } from '../story.ts'

/** A small locality whose shareholdings cross: what the rules of conflict are tried on. */

const organisation = (id: string, kind: Organisation['kind'], more: Partial<Organisation> = {}): Organisation => ({
  ...{ id, name: id.charAt(0).toUpperCase() + id.slice(1), kind, aliases: [], owns: [], areas: [] },
  ...more,
})
const owns = (organisationId: string, basisPoints: number) => ({ organisationId, basisPoints })

export const organisations: Organisation[] = [
  organisation('company', 'company'),
  organisation('ashlarke', 'practice'),
  organisation('garrowmere', 'practice', { owns: [owns('valehead', 1_200), owns('northmere', 75)] }),
  organisation('valehead', 'federation', { owns: [owns('hearthlight', 4_000)] }),
  organisation('hearthlight', 'provider', { areas: ['mental-health'], owns: [owns('stillwater', 1_000)] }),
  organisation('stillwater', 'provider', { intends: ['mental-health'], owns: [owns('hearthlight', 500)] }),
  organisation('northmere', 'provider', { name: 'Northmere Talking Therapies Ltd', areas: ['mental-health'] }),
  organisation('holding', 'other', { owns: [owns('northmere', 5_000)] }),
  organisation('bones', 'provider', { areas: ['outpatients'] }),
]

export const today = '2026-06-15T09:00:00.000Z'

export const tied = (organisationId: string, kind: Interest['kind'], more: Partial<Interest> = {}): Interest => ({
  ...{ organisationId, kind, detail: '' },
  ...more,
})

export const entry = (person: string, interests: Interest[], more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  person,
  declaration: interests.length > 0 ? { kind: 'interests', interests } : { kind: 'nothing to declare' },
  declaredAt: '2026-01-01T00:00:00.000Z',
  dropped: [],
  recorded: [],
  ...more,
})

interface World {
  entries?: RegisterEntry[]
  named?: NamedInTender[]
  unknown?: UnknownInTender[]
  premises?: string
  settings?: Parameters<typeof ruleBookSchema.parse>[0]
  organisations?: Organisation[]
}

export function matterIn(world: World = {}) {
  const register: Register = {
    version: '7-abc',
    organisations: world.organisations ?? organisations,
    entries: world.entries ?? [],
  }
  const proposal = {
    form: {
      ...form,
      proposer: { kind: 'practice' as const, practiceId: 'elsewhere' },
      premises: world.premises ?? form.premises,
    },
    submittedBy: 'person-01',
  }
  const ruleBook: RuleBook = ruleBookSchema.parse(world.settings ?? {})
  return matterOf({ proposal, ruleBook }, register, world.named ?? [], {
    at: today,
    unknown: world.unknown ?? [],
  })
}

/** What the rules say of Ann, who has these interests. */
export function checkAnn(interests: Interest[], world: World & { facts?: Partial<PersonFacts> } = {}): Check {
  const declaration =
    interests.length > 0 ? { kind: 'interests' as const, interests } : { kind: 'nothing to declare' as const }
  return checkConflicts('ann', { practiceId: 'ashlarke', declaration, ...world.facts }, matterIn(world))
}

/** The organisations, one of which has more. */
export function withMore(id: string, more: Partial<Organisation>): Organisation[] {
  return organisations.map((one) => (one.id === id ? { ...one, ...more } : one))
}

/** The holding has sold all that it had of Northmere. */
export const sold = (endedOn: string) => ({
  organisations: withMore('holding', {
    owns: [],
    owned: [{ organisationId: 'northmere', basisPoints: 5_000, endedOn }],
  }),
})
