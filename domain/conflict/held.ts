import { type Rule, refused, rule, same, unless } from '../record/rule.ts'
import { decideConflict } from './decide.ts'
import { openFlags } from './evolve.ts'
import { readingOf } from './reading.ts'

const ruled = { InterestCleared: 'cleared', InterestManaged: 'managed', PersonBarred: 'barred' } as const

export const conflictRules: readonly Rule[] = [
  rule(
    'A flagged interest is ruled on while it is open, with reasons, by somebody whose own it is not and who did not enter it; by an approver once that is overdue; and is not managed where, if true, it bars.',
    ['InterestCleared', 'InterestManaged', 'PersonBarred'],
    ['life', 'conflicts', 'nomination', 'panel'],
    (before, { type, data, by }) => {
      const standing = before.conflicts?.standings[data.person]
      const open = standing ? openFlags(standing) : []
      const adjudicator = 'person' in by ? by : { person: '' }
      const ruling = {
        type: 'AdjudicateInterest',
        ruling: ruled[type],
        read: open.map(readingOf),
        adjudicator,
      } as const
      const { person, reasons, findings = open } = data
      const mitigation = 'mitigation' in data ? data.mitigation : ''
      return [
        ...refused(() => decideConflict(before, { ...ruling, person, reasons, mitigation })),
        ...unless(same(findings, open), 'findings: they are not those that were flagged'),
      ]
    },
  ),
]
