import { Link } from '@tanstack/react-router'
import { ProblemList } from '../../nhs/problem-list.tsx'
import { useDraftPaper } from './paper.tsx'
import { fieldOf, inOrder, sectionOf } from './sections.ts'
import { words } from './words.ts'

/** Everything that is missing, each with the way into its field. */
export function FaultLinks() {
  const { id: draftId, view, faults } = useDraftPaper()
  return (
    <ProblemList {...words.review.faults}>
      {inOrder(faults, view.entries, words.entry).map((fault) => (
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
