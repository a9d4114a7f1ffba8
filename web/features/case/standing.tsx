import type { CaseView } from '../../../functions/api/answers/case.ts'
import { whatIsAsked } from '../../../workflows/waits.ts'
import { capital } from '../../capital.ts'
import { type Fact, Facts } from '../../nhs/facts.tsx'
import { Mark } from '../../nhs/mark.tsx'
import { at, length, when } from '../../time.ts'
import { everyOneOf, type Names, whoOf } from '../people/names.ts'
import { dueOf } from './due.ts'
import { stageNames } from './stage-words.ts'
import { words } from './words.ts'

interface StandingProps {
  theCase: CaseView
  names: Names
  now: number
}

/** Where the case stands: who holds it up, since when, until when, and what happens then. */
export function Standing({ theCase, names, now }: StandingProps) {
  const { life, wait, substitution, head } = theCase
  const { word, tone } = dueOf({ status: life.status, ...wait }, now)
  // Every milestone after the award enters its stage anew: that is no going back.
  const times = life.stage === 'after-award' ? 1 : life.path.filter(({ stage }) => stage === life.stage).length
  const named = words.facts
  const facts: (Fact | undefined)[] = [
    [
      named.stage,
      <>
        {words.stage(stageNames[life.stage], times)} <Mark tone={tone}>{word}</Mark>
      </>,
    ],
    ...(life.status === 'open' ? waitFacts(wait, names, now) : []),
    theCase.nomination?.lacking ? [named.lacking, theCase.nomination.lacking] : undefined,
    substitution ? [named.substitution, substitutionFact(substitution.wait, names)] : undefined,
    life.pausedAt ? [named.paused, when(life.pausedAt)] : undefined,
    life.endedAt ? [named.ended, `${when(life.endedAt)}: ${life.outcome}`] : undefined,
    life.reason ? [named.why, life.reason] : undefined,
    [named.area, names.area(theCase.proposal.form.area)],
    [named.proposer, proposerOf(theCase, names)],
    [named.record, words.record(head.sequence, head.hash)],
  ]
  return (
    <>
      <h2>{words.stands}</h2>
      <Facts facts={facts} />
    </>
  )
}

function waitFacts(wait: CaseView['wait'], names: Names, now: number): Fact[] {
  const named = words.facts
  if (!wait) return [[named.holds, words.moving]]
  const present = new Date(now).toISOString()
  const late = wait.dueAt <= present
  const said = [
    `${at(wait.dueAt)} (${(late ? words.late : words.left)(length(wait.dueAt, present))})`,
    wait.escalatedAt && words.escalated(when(wait.escalatedAt)),
    wait.extensions > 0 && words.extended(wait.extensions),
  ]
  return [
    ...(wait.waitsFor.length === 0
      ? [[named.holds, words.nobody(whatIsAsked(wait.name, []))] satisfies Fact]
      : [
          [named.holds, capital(everyOneOf(wait.name, wait.waitsFor, names))] satisfies Fact,
          [named.what, capital(whatIsAsked(wait.name, wait.waitsFor))] satisfies Fact,
        ]),
    [named.since, `${when(wait.since)} (${words.ago(length(wait.since, present))})`],
    [named.due, capital(said.filter(Boolean).join('. '))],
    [named.next, wait.escalatedAt ? words.escalatedNext : wait.next],
  ]
}

/** A vacant seat is being filled beside the stage: who is asked for what, until when, and what happens then. */
function substitutionFact(wait: CaseView['wait'], names: Names): string {
  if (!wait) return words.moving
  const asked = `${whoOf(wait.name, wait.waitsFor, names)}: ${whatIsAsked(wait.name, wait.waitsFor)}, ${at(wait.dueAt)}`
  return [capital(asked), wait.escalatedAt && words.escalated(when(wait.escalatedAt)), wait.next]
    .filter(Boolean)
    .join('. ')
}

function proposerOf({ proposal }: CaseView, names: Names): string {
  const { proposer } = proposal.form
  if (proposer.kind === 'other') return proposer.name
  return names.place(proposer.kind === 'practice' ? proposer.practiceId : proposer.organisationId)
}
