import { usePaper } from '../autosave/use-paper.ts'
import type { Names } from '../people/names.ts'
import type { Papers } from './use-papers.ts'
import type { Scoring } from './use-scoring.ts'
import { words } from './words.ts'

interface TenderTabsProps {
  scoring: Scoring
  papers: Record<string, Papers>
  names: Names
  chosen: string
  onChoose(organisationId: string): void
}

/** The tenders, and how far each is. */
export function TenderTabs({ scoring, papers, names, chosen, onChoose }: TenderTabsProps) {
  return (
    <nav aria-label={words.tenders} className="scoring-tabs">
      {scoring.tenders.map(({ organisationId, submitted }) => {
        const own = papers[organisationId]
        return (
          <button
            key={organisationId}
            type="button"
            aria-current={organisationId === chosen}
            onClick={() => onChoose(organisationId)}
          >
            {names.place(organisationId)}
            {submitted ? (
              <span>{words.submittedTab}</span>
            ) : (
              own && <Progress papers={own} criteria={scoring.criteria.length} />
            )}
          </button>
        )
      })}
    </nav>
  )
}

function Progress({ papers, criteria }: { papers: Papers; criteria: number }) {
  const scored = Object.values(usePaper(papers.scores).entries).filter(({ score }) => score !== undefined)
  return <span>{words.tab(scored.length, criteria)}</span>
}
