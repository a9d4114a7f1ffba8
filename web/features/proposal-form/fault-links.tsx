import { Link } from '@tanstack/react-router'
import { ProblemList } from '../../nhs/problem-list.tsx'
import { fieldOf, sectionOf } from './sections.ts'
import type { Fault } from './use-drafts.ts'
import { words } from './words.ts'

/** Everything that is missing, each with the way into its field. */
export function FaultLinks({ draftId, faults }: { draftId: string; faults: Fault[] }) {
  return (
    <ProblemList {...words.review.faults}>
      {faults.map((fault) => (
        <li key={`${fault.pointer} ${fault.detail}`}>
          <Link
            to="/proposals/$draftId/$section"
            params={{ draftId, section: sectionOf(fault) }}
            search={{ check: true }}
            hash={fieldOf(fault)}
          >
            {fault.detail}
          </Link>
        </li>
      ))}
    </ProblemList>
  )
}
