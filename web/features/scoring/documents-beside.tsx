import { useState } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField } from '../../nhs/fields.tsx'
import type { Autosave } from '../autosave/autosave.ts'
import { useEntry } from '../autosave/use-paper.ts'
import { DocumentContent } from '../tender/opened-document.tsx'
import { useOpenedTender } from '../tender/use-opened-tender.ts'
import type { NoteEntry } from './use-papers.ts'
import { words } from './words.ts'

interface DocumentsBesideProps {
  caseId: string
  organisationId: string
  criterionId: string
  title: string
  notes: Autosave<NoteEntry>
}

/** The number in what somebody wrote of a page: `p. 7`, `page 7`, `7`. */
const numberIn = (page: string | undefined): number | undefined => {
  const [number] = /\d{1,4}/.exec(page ?? '') ?? []
  return number === undefined ? undefined : Number(number)
}

/** One of the tender's documents beside the score, under the answer; of a PDF, the page that the member's own note cites. */
export function DocumentsBeside({ caseId, organisationId, criterionId, title, notes }: DocumentsBesideProps) {
  const { data } = useOpenedTender(caseId, organisationId)
  const { entry } = useEntry(notes, criterionId)
  const [chosen, choose] = useState('')
  const [page, turnTo] = useState<number>()
  const documents = (data?.documents ?? []).filter((one) => one.outcome === 'opened')
  if (documents.length === 0) return null
  const document = documents.find(({ id }) => id === chosen)
  const cited = numberIn(entry?.page)
  return (
    <>
      <ChoiceField
        id={`beside-${criterionId}`}
        label={words.beside.label(title)}
        value={chosen}
        choices={[{ value: '', name: words.beside.none }, ...documents.map(({ id, name }) => ({ value: id, name }))]}
        onChange={(id) => {
          choose(id)
          turnTo(undefined)
        }}
      />
      {document?.type === 'application/pdf' && cited !== undefined && (
        <ActionButton kind="secondary" small onClick={() => turnTo(cited)}>
          {words.beside.turnTo(cited)}
        </ActionButton>
      )}
      {document && (
        <DocumentContent
          key={`${document.id} ${page}`}
          caseId={caseId}
          organisationId={organisationId}
          document={document}
          page={page}
        />
      )}
    </>
  )
}
