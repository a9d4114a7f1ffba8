import type { Case } from '../case/case.ts'
import type { Person } from '../locality/locality.ts'
import type { Instant } from '../time/instant.ts'
import { checkConflicts, factsOf } from './check.ts'
import { worksOf } from './employment.ts'
import { type Matter, matterOf, type Register } from './matter.ts'

/** What everybody may know of a case, and who could take part in it. */
type Public = Pick<Case, 'proposal' | 'ruleBook' | 'life'>

/** The stages before any organisation can have tendered. From the tender on, nobody is told which have. */
const stagesBeforeTenders: Case['life']['stage'][] = ['submission', 'nomination', 'panel-formation', 'specification']

/**
 * Whether a change of the register could change how anybody stands in a case, as far as the register and what is public of the case
 * can tell: it is asked for whoever is locked out of the case, and the answer must tell them nothing of it (requirements §4). Once
 * tenders can be there, every change could.
 */
export function couldBearOn(
  theCase: Public,
  { before, after, people, at }: { before: Register; after: Register; people: readonly Person[]; at: Instant },
): boolean {
  const { status, stage } = theCase.life
  if (status === 'ended') return false
  if (!stagesBeforeTenders.includes(stage)) return true
  const [was, is] = [matterIn(theCase, before, people, at), matterIn(theCase, after, people, at)]
  const everybody = new Map([
    ...after.entries.map(({ person }) => [person, {}] as const),
    ...people.map(({ id, practiceId }) => [id, practiceId === undefined ? {} : { practiceId }] as const),
  ])
  return [...everybody].some(([person, facts]) => {
    const stands = (matter: Matter) => checkConflicts(person, facts, matter).findings.map(factsOf).sort().join()
    return stands(was) !== stands(is)
  })
}

/** The matter of a case by its area alone: who proposed it, and what it says, is not for everybody to know. */
const matterIn = (theCase: Public, register: Register, people: readonly Person[], at: Instant): Matter => ({
  ...matterOf(theCase, register, [], { at, works: worksOf(people, register.organisations) }),
  proposer: { kind: 'other', name: '' },
  proposers: [],
  premises: '',
})
