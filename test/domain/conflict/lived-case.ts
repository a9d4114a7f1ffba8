import type { Case } from '../../../domain/case/case.ts'
import { decideLife } from '../../../domain/case/decide.ts'
import type { CaseEvent, Recorded } from '../../../domain/case/event.ts'
import { checkNominees } from '../../../domain/conflict/check-nominees.ts'
import type { Occasion } from '../../../domain/conflict/conflict.ts'
import { belongingOf, changesOfWorks, worksOf } from '../../../domain/conflict/employment.ts'
import { excludedFrom } from '../../../domain/conflict/exclusion.ts'
import { type Matter, matterOf } from '../../../domain/conflict/matter.ts'
import { recheckCase } from '../../../domain/conflict/recheck.ts'
import { courseOf, stepDecision } from '../../../domain/decision/step.ts'
import { stepEvaluation } from '../../../domain/evaluation/step.ts'
import type { Organisation, Person } from '../../../domain/locality/locality.ts'
import { stepNomination } from '../../../domain/nomination/decide.ts'
import { askForChair, countForChair } from '../../../domain/panel/choose-chair.ts'
import { chosenChair, vacancies } from '../../../domain/panel/panel.ts'
import { commitToDraw } from '../../../domain/panel-draw/commit.ts'
import { drawPanel } from '../../../domain/panel-draw/draw-the-panel.ts'
import { prepareDraw } from '../../../domain/panel-draw/fair-draw/prepare.ts'
import { howFarTheDrawIs } from '../../../domain/panel-draw/how-far.ts'
import { commitmentTo } from '../../../domain/panel-draw/randomness/commit-reveal.ts'
import { membersAsDrawn } from '../../../domain/panel-draw/view.ts'
import { chain, digest, GENESIS } from '../../../domain/record/chain.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Interest, RegisterEntry, Relation } from '../../../domain/register/declaration.ts'
import { REGISTER, type RegisterExport, versionOf } from '../../../domain/register/export.ts'
import { keepingItsPast } from '../../../domain/register/organisation.ts'
import { RegisterPast } from '../../../domain/register/past.ts'
import { evolveEntry, personIn, type RegisterEvent } from '../../../domain/register/register.ts'
import { closeDeclarations } from '../../../domain/renewal/decide.ts'
import { conveneStandingPanel } from '../../../domain/standing-panel/decide.ts'
import type { StandingPanel } from '../../../domain/standing-panel/standing-panel.ts'
import { checkPool } from '../../../domain/substitution/check-pool.ts'
import { beginSubstitution, endSubstitution } from '../../../domain/substitution/decide.ts'
import { drawSubstitute } from '../../../domain/substitution/draw-substitute.ts'
import { substituting } from '../../../domain/substitution/substituting.ts'
import { namedInTenders } from '../../../domain/tender/named.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { attend } from '../../../domain/wait/attend.ts'
import type { WaitName } from '../../../domain/wait/wait.ts'
import type { StepHandler } from '../../../local/functions.ts'
import { functionName } from '../../../workflows/names.ts'
import { workflowsByHand } from '../../properties/world/workflows-by-hand.ts'
import { doer } from '../doer.ts'
import { price } from '../evaluation/price.ts'
import { promised, SEED } from '../nominees.ts'
import { solver } from '../panel-draw/fair-draw/honest.ts'
import { following } from '../story.ts'

export const secretOf = (by: string, draw: number): string => digest([by, draw])

type Decide = (theCase: Case, attempt: number) => CaseEvent[] | Promise<CaseEvent[]>
type Of = 'stage' | 'substitution'

/** Somebody of the company, who decides without sitting. */
export const OFFICER = 'pm'
export const STAFF = 'staff'
/** Rules where the officer may not. */
export const DEPUTY = 'deputy'

/** Somebody of the register of people. */
interface Registered {
  id: string
  roles: Person['roles']
  organisationId?: string
}

const drawWaits: WaitName[] = ['pool', 'contributions', 'draw', 'reveals', 'numbers']

/**
 * The life of one case without a table: the shipped workflows run over the domain’s own decisions, with the real draw. What people
 * do comes from outside (`tried`); what the workflow then does by itself is done at once (`settle`).
 */
export class LivedCase {
  theCase: Case
  at: Instant
  organisations: Organisation[]
  /** As they were before anything was told. */
  readonly begun: readonly Organisation[]
  entries: RegisterEntry[]
  people: Registered[]
  /** Every event of the register since it began. */
  readonly told: { event: RegisterEvent; at: Instant }[] = []
  /** Every event since it began, with the case as it was before. */
  readonly past: { before: Case; event: Recorded }[] = []
  readonly #register: RegisterExport['events'] = []
  #settled = ''
  /** The panel of its area when it began. */
  readonly #standing: StandingPanel | undefined
  readonly #run: Awaited<ReturnType<typeof workflowsByHand>>

  private constructor(begun: Begun, run: Awaited<ReturnType<typeof workflowsByHand>>) {
    this.theCase = begun.theCase
    this.at = begun.at
    this.organisations = begun.organisations
    this.begun = begun.organisations
    this.#standing = begun.theCase.nomination?.standing
    this.entries = begun.entries
    this.people = begun.entries.map(({ person }) => ({
      id: person,
      roles: ['practice', ...(person === STAFF ? ['programme-manager' as const] : [])],
    }))
    this.#run = run
    for (const organisation of begun.organisations)
      this.#chain({ type: 'OrganisationRecorded', data: { organisation, reason: 'It began.' } })
    for (const { person, declaration, declaredAt } of begun.entries)
      if (declaration && declaredAt)
        this.#chain({ type: 'InterestsDeclared', data: { person, declaration, declaredAt } })
    const belonging = belongingOf(this.people, begun.organisations)
    this.#chain({ type: 'RegisterLoaded', data: { organisations: [], people: [], belonging } })
  }

  /** What the register held at any time, from its record. */
  registerPast(): RegisterPast {
    return new RegisterPast({ events: this.#register })
  }

  #chain({ type, data }: RegisterEvent): void {
    const payload = { salt: 'a', data }
    const head = this.#register.at(-1)?.entry ?? GENESIS
    const by = { step: 'the-register' }
    this.#register.push({ entry: chain(head, { caseId: REGISTER, at: this.at, by, type }, payload), payload })
  }

  /** @param first what people tell before the workflow does anything */
  static async begin(begun: Begun, first: (lived: LivedCase) => void = () => undefined): Promise<LivedCase> {
    const steps = new Map<string, StepHandler>()
    const lived = new LivedCase(begun, await runs(steps))
    lived.#nameSteps(steps)
    first(lived)
    await lived.settle()
    return lived
  }

  matter(): Matter {
    const { theCase, organisations, entries, at } = this
    const register = { version: versionOf(this.#register.at(-1)?.entry ?? GENESIS), organisations, entries }
    const named = namedInTenders(theCase.tender, organisations)
    return matterOf(theCase, register, named, { at, officers: [OFFICER], works: worksOf(this.people, organisations) })
  }

  record(events: readonly CaseEvent[]): void {
    const officer = excludedFrom(this.theCase).has(OFFICER) ? DEPUTY : OFFICER
    for (const event of events) {
      const by = doer(this.theCase, event, officer)
      this.past.push({ before: this.theCase, event: { ...event, at: this.at, by } })
      this.theCase = following(this.theCase, [event], this.at, { step: 'a-step' })
    }
  }

  /** As the step “Open the tenders” leaves it. */
  openTenders(events: readonly CaseEvent[]): void {
    this.record(events)
    this.record(recheckCase(this.theCase, this.matter(), 'tender opening'))
  }

  /** A command of somebody; a refusal changes nothing. */
  async tried(decide: (theCase: Case) => CaseEvent[]): Promise<void> {
    try {
      this.record(decide(this.theCase))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }

  declare(person: string, interests: Interest[], relations: Relation[] = []): void {
    const declaration =
      interests.length + relations.length > 0
        ? { kind: 'interests' as const, interests, relations }
        : { kind: 'nothing to declare' as const }
    this.enter({ type: 'InterestsDeclared', data: { person, declaration } })
  }

  recordOrganisation(said: Organisation): void {
    const before = this.organisations.find(({ id }) => id === said.id)
    const organisation = keepingItsPast(before, said, this.at)
    this.organisations = this.organisations.map((one) => (one.id === organisation.id ? organisation : one))
    this.enter({ type: 'OrganisationRecorded', data: { organisation, reason: 'Because.' } })
  }

  /** The register of people says where somebody belongs from now on: nowhere, if not said. */
  move(person: string, organisationId?: string): void {
    const people = this.people.map((one) =>
      one.id === person ? { id: one.id, roles: one.roles, ...(organisationId && { organisationId }) } : one,
    )
    const changes = changesOfWorks(this.people, people, this.organisations)
    this.people = people
    for (const data of changes) this.enter({ type: 'BelongingChanged', data })
  }

  /** A change of the register, after which the stream consumer looks at the case again. */
  enter(event: RegisterEvent): void {
    this.told.push({ event, at: this.at })
    this.#chain(event)
    const person = personIn(event)
    this.entries = this.entries.map((one) => (one.person === person ? evolveEntry(one, event, this.at) : one))
    this.#registerChanged()
  }

  #registerChanged(): void {
    this.record(recheckCase(this.theCase, this.matter(), 'register', { quietly: true }))
  }

  /** Until no workflow has anything to do. */
  async settle(): Promise<void> {
    // Nothing has happened since, and no time has passed.
    if (this.#settled === this.#moment()) return
    for (let turn = 0; turn < 30; turn += 1) {
      const { length } = this.past
      this.record(beginSubstitution(this.theCase))
      const { stage, attempt } = this.theCase.life
      if (stage !== 'specification') await this.#run(stage, { caseId: this.theCase.id, attempt })
      const { substitution } = this.theCase.life
      if (substitution) await this.#run('substitution', { caseId: this.theCase.id, attempt: substitution.attempt })
      if (this.past.length === length) {
        this.#settled = this.#moment()
        return
      }
    }
    const last = this.past.slice(-5).map(({ event }) => event.type)
    throw new Error(`The workflows go round without end: ${last.join(', ')}.`)
  }

  #moment = (): string => `${this.past.length} ${this.#register.length} ${this.at}`

  #nameSteps(steps: Map<string, StepHandler>): void {
    const all = { ...this.#forming('stage'), ...this.#beforeTheDraw(), ...this.#evaluating(), ...this.#deciding() }
    for (const workflow of ['nomination', 'panel-formation', 'evaluation', 'decision'])
      for (const [name, handler] of Object.entries(all)) steps.set(functionName(workflow, name), handler)
    for (const [name, handler] of Object.entries(this.#forming('substitution')))
      steps.set(functionName('substitution', name), handler)
  }

  #step(decide: Decide, { of = 'stage', recheck, verdict }: More = {}): StepHandler {
    return async (input) => {
      const { attempt } = input as { attempt: number }
      if (recheck) this.record(recheckCase(this.theCase, this.matter(), recheck, { quietly: true }))
      this.record(await decide(seenBy(of, this.theCase), attempt))
      return verdict ? { verdict: verdict(this.theCase) } : {}
    }
  }

  #attend(names: WaitName[], answered?: (theCase: Case) => object, of: Of = 'stage'): StepHandler {
    return async (input) => {
      const { attempt } = input as { attempt: number }
      for (;;) {
        const attendance = attend(seenBy(of, this.theCase), { caseId: this.theCase.id, attempt }, names, this.at)
        if (attendance.verdict === 'act') this.record(attendance.events)
        else return { ...attendance, ...(attendance.verdict === 'answered' && answered?.(this.theCase)) }
      }
    }
  }

  #enter = (stage: 'panel-formation' | 'specification' | 'decision'): StepHandler =>
    this.#step((theCase, attempt) => [
      ...(stage === 'specification'
        ? conveneStandingPanel(theCase, membersAsDrawn(theCase), this.#standing, this.at)
        : []),
      ...decideLife(theCase, { type: 'EnterStage', stage, from: { stage: theCase.life.stage, attempt } }, this.#now()),
    ])

  #now = () => ({ at: this.at, by: { step: 'a-step' } })

  #forming(of: Of): Record<string, StepHandler> {
    const on = { of }
    const seats = ({ panel, ruleBook }: Case) => ({ seats: vacancies(panel, ruleBook) > 0 ? 'vacant' : 'taken' })
    const draw = (theCase: Case) => ({ draw: howFarTheDrawIs(theCase) })
    const chair = ({ panel, ruleBook }: Case) =>
      vacancies(panel, ruleBook) > 0 ? 'vacant' : chosenChair(panel) === undefined ? 'again' : 'chosen'
    return {
      'attend-to-the-flags-in-the-pool': this.#attend(['rulings'], undefined, of),
      'attend-to-the-draw': this.#attend(drawWaits, of === 'stage' ? draw : undefined, of),
      'attend-to-the-invitations': this.#attend(['invitations'], of === 'stage' ? seats : undefined, of),
      'attend-to-the-choice-of-the-chair': this.#attend(['chair'], undefined, of),
      ...asks,
      'check-who-may-be-drawn': this.#step(
        (theCase, attempt) => checkPool(theCase, { attempt, matter: this.matter() }, this.#now()),
        on,
      ),
      'commit-to-the-draw': this.#step((theCase, attempt) => this.#commit(theCase, attempt), on),
      'draw-the-panel': this.#step((theCase, attempt) => this.#draw(theCase, attempt, of), {
        // A substitute is drawn from the case itself, which is seen as its substitution inside.
        verdict: howFarTheDrawIs,
      }),
      'ask-the-panel-for-its-chair': this.#step(
        (theCase, attempt) => askForChair(theCase, { attempt, seed: promised }, this.#now()),
        { ...on, verdict: (theCase) => (seats(theCase).seats === 'vacant' ? 'vacant' : 'taken') },
      ),
      'count-the-votes-for-the-chair': this.#step(
        (theCase, attempt) => countForChair(theCase, { attempt, seed: SEED }, this.#now()),
        { ...on, verdict: chair },
      ),
      'end-the-substitution': this.#step((theCase, attempt) => endSubstitution(theCase, attempt), {
        verdict: ({ life }) => (life.substitution ? 'not yet' : 'whole'),
      }),
    }
  }

  #commit(theCase: Case, attempt: number) {
    let salts = 0
    const salt = () => {
      salts += 1
      return digest(['salt', theCase.head.sequence, salts]).slice(0, 32)
    }
    const by = 'the company'
    return commitToDraw(
      theCase,
      {
        ...{ attempt, services: {}, salt },
        contribute: async (draw) => ({ by, commitment: commitmentTo(by, secretOf(by, draw)) }),
        prepare: async ({ instance, announcement, panels }) => prepareDraw(instance, announcement, solver, panels),
      },
      this.#now(),
    )
  }

  #draw(theCase: Case, attempt: number, of: Of) {
    const step = {
      ...{ attempt, matter: async () => this.matter(), services: async () => ({}) },
      signatureOf: async () => undefined,
      secretOf: async (draw: number) => secretOf('the company', draw),
    }
    return (of === 'substitution' ? drawSubstitute : drawPanel)(theCase, step, this.#now())
  }

  #beforeTheDraw(): Record<string, StepHandler> {
    return {
      'invite-the-practices': this.#step((theCase, attempt) => {
        const practices = theCase.nomination?.practices ?? []
        return stepNomination(theCase, { type: 'OpenNomination', attempt, practices }, this.#now())
      }),
      'attend-to-the-nominations': this.#attend(['nominations']),
      'close-the-nominations': this.#step((theCase, attempt) =>
        stepNomination(theCase, { type: 'CloseNomination', attempt }, this.#now()),
      ),
      'enter-panel-formation': this.#enter('panel-formation'),
      'check-the-nominees': this.#step((theCase, attempt) =>
        checkNominees(theCase, { attempt, matter: this.matter() }, this.#now()),
      ),
      'attend-to-the-flagged-interests': this.#attend(['adjudication']),
      'enter-specification': this.#enter('specification'),
    }
  }

  #evaluating(): Record<string, StepHandler> {
    const step = (type: 'CloseCompliance' | 'OpenScoring' | 'CloseScoring', more: More = {}) =>
      this.#step((theCase, attempt) => stepEvaluation(theCase, { type, attempt }, this.#now()), more)
    const status = ({ evaluation }: Case) => evaluation?.status ?? 'due'
    return {
      'check-the-bidders': this.#step((theCase, attempt) =>
        stepEvaluation(theCase, { type: 'CheckBidders', attempt, matter: this.matter() }, this.#now()),
      ),
      'attend-to-the-declarations': this.#attend(['declarations']),
      'close-the-declarations': this.#step((theCase, attempt) => closeDeclarations(theCase, { attempt }, this.#now())),
      'check-the-compliance': this.#step((theCase, attempt) =>
        stepEvaluation(theCase, { type: 'CheckCompliance', attempt, matter: this.matter() }, this.#now()),
      ),
      'attend-to-the-compliance': this.#attend(['compliance', 'missing document']),
      'close-the-compliance': step('CloseCompliance'),
      'attend-to-the-substitute': this.#attend(['substitute']),
      'open-the-scoring': step('OpenScoring', { recheck: 'scoring' }),
      'attend-to-the-scores': this.#attend(['scores']),
      'close-the-scoring': step('CloseScoring', { recheck: 'scoring', verdict: status }),
      'attend-to-the-moderation': this.#attend(['moderation']),
      'close-the-moderation': this.#step(
        (theCase, attempt) => stepEvaluation(theCase, { type: 'CloseModeration', attempt }, this.#now()),
        { verdict: status },
      ),
      'open-the-prices': this.#step(
        (theCase, attempt) => stepEvaluation(theCase, { type: 'OpenPrices', attempt, prices }, this.#now()),
        { verdict: ({ evaluation }) => (evaluation?.status === 'priced' ? 'priced' : 'short') },
      ),
      'attend-to-the-low-prices': this.#attend(['price explanation', 'price decision']),
      'rank-the-tenders': this.#step(
        (theCase, attempt) => stepEvaluation(theCase, { type: 'RankTenders', attempt }, this.#now()),
        { verdict: ({ evaluation }) => (evaluation?.status === 'ranked' ? 'ranked' : 'short') },
      ),
      'enter-decision': this.#enter('decision'),
    }
  }

  #deciding(): Record<string, StepHandler> {
    return {
      'open-the-panel-vote': this.#step((theCase, attempt) =>
        stepDecision(theCase, { type: 'OpenAwardVote', attempt, matter: this.matter() }, this.#now()),
      ),
      'attend-to-the-panel-vote': this.#attend(['panel vote']),
      'count-the-panel-vote': this.#step(
        (theCase, attempt) => stepDecision(theCase, { type: 'CountAwardVote', attempt }, this.#now()),
        { recheck: 'vote', verdict: courseOf },
      ),
      'attend-to-the-confirmation': this.#attend(['confirmation']),
    }
  }
}

interface Begun {
  theCase: Case
  at: Instant
  organisations: Organisation[]
  entries: RegisterEntry[]
}

interface More {
  of?: Of
  recheck?: Occasion
  verdict?: (theCase: Case) => string
}

/** Both bidders’ prices can be read. */
export const prices = { bones: price(200_000_00), valehead: price(210_000_00) }

const seenBy = (of: Of, theCase: Case): Case => (of === 'substitution' ? substituting(theCase) : theCase)

/** A step that asks leaves a token, and there is nobody here to signal. */
const asks = Object.fromEntries(
  [
    ...['ask-for-the-nominations', 'ask-for-the-rulings', 'ask-for-the-rulings-on-the-pool', 'wait-for-the-draw'],
    ...['ask-for-the-answers-of-the-invited', 'ask-for-the-votes-for-the-chair', 'ask-for-the-declarations'],
    ...['ask-about-the-compliance', 'ask-for-the-substitute', 'ask-for-the-scores', 'ask-for-the-moderation'],
    ...['ask-about-the-low-prices', 'ask-for-the-panel-vote', 'ask-for-the-confirmation'],
  ].map((name): [string, StepHandler] => [name, async () => ({})]),
)

const runs = (steps: Map<string, StepHandler>) => workflowsByHand(async () => steps)
