import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useRef, useState } from 'react'
import { Autosave, type PaperView } from '../autosave/autosave.ts'
import { usePaper, useSavedToTheLast } from '../autosave/use-paper.ts'
import { useSession } from '../session/session.tsx'
import type { Fault } from './sections.ts'
import type { CheckedDraft } from './use-drafts.ts'

interface Paper {
  id: string
  paper: Autosave<unknown>
  /** What stood in the way when it was saved last. */
  faults: Fault[]
  /** The same, to whoever has just waited for it to be saved. */
  faultsNow(): Fault[]
}

const PaperContext = createContext<Paper | undefined>(undefined)

/** The draft that the pages inside write on, saved as it is written. */
export function DraftPaper({ draft, children }: { draft: CheckedDraft; children: ReactNode }) {
  const { ask, personId } = useSession()
  const queries = useQueryClient()
  // The session's `ask` is another after each sign-in; the paper stays.
  const asking = useRef(ask)
  asking.current = ask
  const [faults, setFaults] = useState(draft.faults)
  const newest = useRef(draft.faults)
  const [paper] = useState(() => {
    const path = `/api/drafts/${draft.id}`
    const heard = (saved: CheckedDraft) => {
      setFaults(saved.faults)
      newest.current = saved.faults
      queries.setQueryData(['drafts', personId, draft.id], saved)
      return { version: saved.version, savedAt: saved.savedAt, entries: saved.form }
    }
    return new Autosave<unknown>({
      name: `${personId}:${draft.id}`,
      saved: { version: draft.version, savedAt: draft.savedAt, entries: draft.form },
      send: async (form, over) => heard(await asking.current<CheckedDraft>(path, { keep: { body: form, over } })),
      read: async () => heard(await asking.current<CheckedDraft>(path)),
    })
  })
  useSavedToTheLast(useState([paper])[0])
  return (
    <PaperContext value={{ id: draft.id, paper, faults, faultsNow: () => newest.current }}>{children}</PaperContext>
  )
}

export function useDraftPaper(): Paper & { view: PaperView<unknown> } {
  const paper = useContext(PaperContext)
  if (!paper) throw new Error('There is no draft around this component.')
  return { ...paper, view: usePaper(paper.paper) }
}
