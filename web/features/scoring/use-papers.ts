import { useRef, useState } from 'react'
import type { DraftScores, Notes } from '../../../domain/evaluation/draft.ts'
import { Autosave } from '../autosave/autosave.ts'
import { useSavedToTheLast } from '../autosave/use-paper.ts'
import { useSession } from '../session/session.tsx'
import type { ScoredTender, Scoring } from './use-scoring.ts'

export type ScoreEntry = DraftScores[string]

export type NoteEntry = Notes[string]

export interface Papers {
  scores: Autosave<ScoreEntry>
  notes: Autosave<NoteEntry>
}

/** The papers of every tender, saved as they are written. */
export function usePapers(caseId: string, scoring: Scoring): Record<string, Papers> {
  const { ask, personId } = useSession()
  // The session's `ask` is another after each sign-in; the papers stay.
  const asking = useRef(ask)
  asking.current = ask
  const [papers] = useState<Record<string, Papers>>(() => {
    const asked: typeof ask = (path, sending) => asking.current(path, sending)
    const whose = [personId, caseId, scoring.round].join(':')
    return Object.fromEntries(
      scoring.tenders.map((tender) => [tender.organisationId, papersOf(asked, caseId, whose, tender)]),
    )
  })
  const [all] = useState(() => Object.values(papers).flatMap(({ scores, notes }) => [scores, notes]))
  useSavedToTheLast(all)
  return papers
}

function papersOf(
  ask: ReturnType<typeof useSession>['ask'],
  caseId: string,
  whose: string,
  tender: ScoredTender,
): Papers {
  const { organisationId, draft, notes } = tender
  const path = (paper: string) => `/api/cases/${caseId}/${paper}/${organisationId}`
  const read = async () => {
    const now = await ask<Scoring>(`/api/cases/${caseId}/scoring`)
    return now.tenders.find((one) => one.organisationId === organisationId)
  }
  return {
    scores: new Autosave<ScoreEntry>({
      name: `${whose}:${organisationId}:scores`,
      saved: draft,
      send: (scores, over) => ask(path('score-drafts'), { keep: { body: { scores }, over } }),
      read: async () => (await read())?.draft,
    }),
    notes: new Autosave<NoteEntry>({
      name: `${whose}:${organisationId}:notes`,
      saved: notes,
      send: (entries, over) => ask(path('score-notes'), { keep: { body: { notes: entries }, over } }),
      read: async () => (await read())?.notes,
    }),
  }
}
