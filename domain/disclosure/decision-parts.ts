import type { Case } from '../case/case.ts'
import type { Letter, Superseded } from '../decision/decision.ts'
import { letterPaper } from '../decision/letter-paper.ts'
import { decisionRecordPaper } from '../decision-record/paper.ts'
import { isDecided, viewDecisionRecord } from '../decision-record/record.ts'
import type { Disclosed, Names, Part } from './part.ts'

/** The vote with every reason, the approver's answer, what came back and why, every representation with its answer. */
export const decided = ({ theCase: { decision } }: Disclosed): Part[] =>
  decision
    ? [
        {
          path: 'decision.json',
          what: 'The decision: votes with their reasons, the approver’s answer, what was returned to the panel, and every representation with the further decision on it',
          data: decision,
        },
      ]
    : []

export function letters({ theCase, names }: Disclosed): Part[] {
  const { decision, letters: written = {}, proposal } = theCase
  const announced: Pick<Superseded, 'sitting' | 'announcedAt' | 'standstill'>[] = [
    ...(decision?.superseded ?? []),
    ...(decision?.status === 'awarded' && decision.standstill ? [decision] : []),
  ]
  const standstillOf = (sitting: number) => announced.find((one) => one.sitting === sitting)
  return Object.entries(written).flatMap(([key, letter]): Part[] => {
    const sitting = Number(key.split('#')[0])
    const told = standstillOf(sitting)
    const announcedAt =
      told?.announcedAt ?? (decision && 'announcedAt' in decision ? decision.announcedAt : lastOf(theCase))
    const name = `letters/${sitting}-${letter.organisationId}`
    const about = `The letter to ${nameOf(letter, names)}`
    return [
      { path: `${name}.json`, what: `${about}, as data`, data: letter },
      {
        path: name,
        what: about,
        datedAt: announcedAt,
        paper: letterPaper(letter, {
          title: proposal.form.title,
          announcedAt,
          ...(told?.standstill && { standstill: told.standstill }),
        }),
      },
    ]
  })
}

/** A letter that was written and never announced is dated by the end of its stage. */
const lastOf = ({ life }: Case): string => life.path.at(-1)?.entered ?? ''

const nameOf = ({ organisationId, names }: Letter, { organisations }: Names): string =>
  names[organisationId] ?? organisations[organisationId] ?? organisationId

export function story({ theCase, names }: Disclosed): Part[] {
  if (!isDecided(theCase)) return []
  const record = viewDecisionRecord(theCase)
  const named = (id: string) => names.people[id] ?? names.organisations[id] ?? id
  return [
    { path: 'decision-record.json', what: 'The public decision record, as data', data: record },
    {
      path: 'decision-record',
      what: 'The public decision record',
      datedAt: record.decision.awardedAt ?? record.decision.announcedAt,
      paper: decisionRecordPaper(record, named),
    },
  ]
}
