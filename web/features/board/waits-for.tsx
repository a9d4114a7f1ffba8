import type { ReactNode } from 'react'
import type { BoardRow } from '../../../domain/case/listed.ts'
import { whatIsAsked } from '../../../workflows/waits.ts'
import { capital } from '../../capital.ts'
import { Mark } from '../../nhs/mark.tsx'
import { at } from '../../time.ts'
import { type Names, whoOf } from '../people/names.ts'
import { words } from './words.ts'

/** Who a case is waiting for and what they are asked to do; also who a vacant seat, a flagged interest, a challenge or an erasure is waiting for. */
export function WaitsFor({ row, names, now }: { row: BoardRow; names: Names; now: number }) {
  return (
    <>
      {waitsForOf(row, names)}
      <SubstitutionLine row={row} names={names} />
      <FlagsLine row={row} now={now} />
      <ChallengesLine row={row} now={now} />
      <ErasuresLine row={row} now={now} />
    </>
  )
}

function FlagsLine({ row: { flags }, now }: { row: BoardRow; now: number }) {
  if (!flags) return null
  return (
    <>
      <br />
      <Mark tone={Date.parse(flags.dueAt) <= now ? 'late' : 'soon'}>{words.flags(flags.count)}</Mark>
      <br />
      {words.flagsDue(at(flags.dueAt))}
    </>
  )
}

function ChallengesLine({ row: { challenges }, now }: { row: BoardRow; now: number }) {
  if (!challenges) return null
  return (
    <>
      <br />
      <Mark tone={Date.parse(challenges.dueAt) <= now ? 'late' : 'soon'}>{words.challenges(challenges.count)}</Mark>
      <br />
      {words.challengesDue(challenges.escalatedAt !== undefined, at(challenges.dueAt))}
    </>
  )
}

function ErasuresLine({ row: { erasures }, now }: { row: BoardRow; now: number }) {
  if (!erasures) return null
  return (
    <>
      <br />
      <Mark tone={Date.parse(erasures.dueAt) <= now ? 'late' : 'soon'}>{words.erasures(erasures.count)}</Mark>
      <br />
      {words.erasuresDue(at(erasures.since), at(erasures.dueAt))}
    </>
  )
}

function waitsForOf({ status, wait, waitsFor = [], outcome }: BoardRow, names: Names): ReactNode {
  if (status === 'ended') return words.ended(outcome ?? '')
  if (status === 'paused') return words.paused
  if (!wait) return words.moving
  return capital(words.asked(whoOf(wait, waitsFor, names), whatIsAsked(wait, waitsFor)))
}

/** A vacant seat that is being filled beside the stage has a wait of its own. */
function SubstitutionLine({ row, names }: { row: BoardRow; names: Names }) {
  const { status, substitution } = row
  if (status !== 'open' || !substitution) return null
  const { wait, waitsFor, dueAt, escalatedAt } = substitution
  const asked = words.asked(whoOf(wait, waitsFor, names), whatIsAsked(wait, waitsFor))
  return (
    <>
      <br />
      {words.substitution(asked, at(dueAt), escalatedAt !== undefined)}
    </>
  )
}
