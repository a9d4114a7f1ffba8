import type { Case } from '../../domain/case/case.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import type { Organisation, Person } from '../../domain/locality/locality.ts'
import { commitTo } from '../../domain/panel-draw/seed.ts'
import { digest } from '../../domain/record/chain.ts'
import type { Declaration } from '../../domain/register/declaration.ts'
import { type RuleBook, ruleBookSchema } from '../../domain/rule-book/rule-book.ts'
import { following, given, monday, submitted } from './story.ts'

export const SEED = digest('the seed promised when the panel was asked for its chair')
export const promised = commitTo('chair-9', SEED)

export interface Told {
  person: string
  practice?: string
  profession?: Person['profession']
  experienced?: boolean
  declaration?: Declaration
}

export const interest = (
  organisationId: string,
  kind: 'director' | 'partner' | 'owner' | 'employee' | 'paid-adviser' | 'family' | 'other',
): Declaration => ({
  kind: 'interests',
  interests: [{ organisationId, kind, detail: 'Some detail.' }],
})

export const organisation = (id: string, kind: Organisation['kind'], areas: string[] = []): Organisation => ({
  id,
  name: `The ${id}`,
  kind,
  aliases: [],
  owns: [],
  areas,
})

export const register = [
  organisation('company', 'company'),
  organisation('federation', 'federation'),
  organisation('talking', 'provider', ['mental-health']),
  organisation('bones', 'provider', ['outpatients']),
]

/** A panel of three: at least one GP and one practice manager, one to two with recent experience. */
export const small = {
  panel: { size: 3, fewestGps: 1, fewestPracticeManagers: 1, fewestExperienced: 1, mostExperienced: 2 },
  voting: { quorum: 2 },
}

/** A case that has just entered panel formation (attempt 3) with these nominees. */
export function withNominees(nominees: Told[], settings: Parameters<typeof ruleBookSchema.parse>[0] = small): Case {
  const ruleBook: RuleBook = ruleBookSchema.parse(settings)
  const facts = nominees.map(
    ({ person, practice = `practice-of-${person}`, profession = 'gp', experienced = false }) => ({
      person,
      practiceId: practice,
      profession,
      experienced,
    }),
  )
  const events: CaseEvent[] = [
    { type: 'ProposalAccepted', data: { ruleBook } },
    { type: 'StageEntered', data: { stage: 'nomination', attempt: 2 } },
    { type: 'NominationOpened', data: { practices: facts.map(({ practiceId }) => practiceId).sort() } },
    ...facts.map((data): CaseEvent => ({ type: 'PersonNominated', data })),
    ...nominees.map(
      ({ person, declaration = { kind: 'nothing to declare' } }): CaseEvent => ({
        type: 'NominationAccepted',
        data: { person, declaration },
      }),
    ),
    { type: 'NominationClosed', data: { pool: nominees.map(({ person }) => person).sort() } },
    { type: 'StageEntered', data: { stage: 'panel-formation', attempt: 3 } },
  ]
  return following(given(...submitted), events, monday)
}
