import type { CaseEvent } from '../../domain/case/event.ts'
import { MOST_CHANGED } from '../../domain/conflict/check.ts'
import { type Tells, tells } from '../../domain/message/message.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { recheckConflicts } from '../conflicts/recheck.ts'
import { loadWorld } from '../conflicts/world.ts'
import type { Deps } from '../runtime/deps.ts'
import type { Loaded } from '../store/case-store.ts'
import { startTheStage, startTheSubstitution } from './hurry.ts'
import { declareFromCase } from './register-news.ts'
import type { Sayings } from './sayings.ts'
import { mayLeaveASeat, substituteWhereNeeded } from './substitute.ts'
import { tell } from './tell.ts'

/** An event of a case, as it was written. */
export interface Happened {
  caseId: string
  sequence: number
  at: Instant
  type: CaseEvent['type']
  /** A person did it, and not a step of a workflow. */
  byPerson: boolean
}

export interface Around {
  said: Sayings
  look(caseId: string): Promise<Loaded>
}

type Start = (given: Deps, happened: Happened, around: Around) => Promise<unknown>

/** What events of these types start; what several rows say of one, one after the other. */
const starts: [types: readonly CaseEvent['type'][], start: Start][] = [
  [['ProposalSubmitted', 'CaseResumed', 'StageEntered'], startWhatAPersonEntered],
  [mayLeaveASeat, async (given, { caseId }, { look }) => substituteWhereNeeded(given, await look(caseId))],
  [
    ['SubstitutionBegun', 'CaseResumed'],
    async (given, { caseId }, { look }) => startTheSubstitution(given, await look(caseId)),
  ],
  [
    tells,
    (given, { caseId, sequence, at, type }, { said }) =>
      tell(given, { kind: 'case', caseId, sequence, at, type: type as Tells }, said),
  ],
  // They say what the case is about: whoever decides on it without sitting on the panel is checked.
  [
    ['ProposalSubmitted', 'ProposalResubmitted', 'ProposalRevised'],
    (given, { caseId }) => recheckConflicts(given, caseId, 'submission', { quietly: true }),
  ],
  [['NominationAccepted'], checkTheNominee],
  [['DeclarationRenewed'], declareWhatWasRenewed],
  [['ConflictsChecked'], lockOutTheRest],
]

/** Starts what an event of a case starts. */
export async function afterEvent(given: Deps, happened: Happened, around: Around): Promise<void> {
  for (const [types, start] of starts) if (types.includes(happened.type)) await start(given, happened, around)
}

/** Where a workflow entered the stage, its own last state starts it. */
async function startWhatAPersonEntered(given: Deps, { caseId, byPerson }: Happened, { look }: Around): Promise<void> {
  if (byPerson) await startTheStage(given, await look(caseId))
}

/** What is declared for a case goes to the register, and the person who declared it is checked against it (requirements §4). */
async function checkTheNominee(given: Deps, { caseId, sequence, at }: Happened, { said }: Around): Promise<void> {
  const accepted = await said.inCase<'NominationAccepted'>(caseId, sequence)
  const head = accepted && (await declareFromCase(given, { at, ...accepted }))
  await recheckConflicts(given, caseId, 'nomination', { world: loadWorld(given, head) })
}

/** They were checked when they declared; an interest in those who tendered concerns other cases too. */
async function declareWhatWasRenewed(given: Deps, { caseId, sequence, at }: Happened, { said }: Around): Promise<void> {
  const renewed = await said.inCase<'DeclarationRenewed'>(caseId, sequence)
  if (renewed?.said.kind !== 'interests') return
  const { person, declaration } = renewed
  await declareFromCase(given, { at, person, declaration })
}

/**
 * A check of a step that locked out as many as one event holds may have left others: access ends at once for these, too
 * (requirements §4).
 */
async function lockOutTheRest(given: Deps, { caseId, sequence }: Happened, { said }: Around): Promise<void> {
  const checked = await said.inCase<'ConflictsChecked'>(caseId, sequence)
  if ((checked?.changed?.length ?? 0) >= MOST_CHANGED)
    await recheckConflicts(given, caseId, checked?.occasion ?? 'register', { quietly: true })
}
