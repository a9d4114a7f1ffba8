import { useQuery } from '@tanstack/react-query'
import { useCaseQuery } from '../case/use-case.ts'
import { useMe } from '../people/use-names.ts'

interface Returned {
  /** The command that submits it again: returned as incomplete, or by the panel that appraised it. */
  command: 'resubmit-proposal' | 'revise-proposal'
  reasons: string[]
}

/** A draft of the identifier of a case corrects that case's proposal. What it was returned for; undefined of a new proposal. */
export function useReturned(draftId: string): Returned | undefined {
  const { data: me } = useMe()
  const row = me?.proposals.find(({ caseId }) => caseId === draftId)
  const { data: theCase } = useQuery(useCaseQuery(row?.caseId))
  if (!row) return undefined
  return {
    command: row.wait === 'revision' ? 'revise-proposal' : 'resubmit-proposal',
    reasons: theCase?.proposal.returns.slice(-1).map(({ reasons }) => reasons) ?? [],
  }
}
