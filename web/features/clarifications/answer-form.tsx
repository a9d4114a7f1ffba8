import { useState } from 'react'
import { useKept } from '../../kept.ts'
import { WordsField } from '../../nhs/fields.tsx'
import { Tick } from '../../nhs/tick.tsx'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { AttachField } from '../documents/attach-field.tsx'
import type { Upload } from '../documents/send-in-parts.ts'
import { useSending } from '../documents/use-sending.ts'
import { words } from './words.ts'

const said = words.manager

/** Publishes a question with its answer, in words that do not tell who asked. */
interface AnswerFormProps {
  caseId: string
  id: number
  text: string
  /** Whether documents came with the question. */
  hasDocuments: boolean
}

export function AnswerForm({ caseId, id, text, hasDocuments }: AnswerFormProps) {
  const [typed, setTyped, forget] = useKept(`${caseId}:question:${id}`, {
    wording: text,
    answer: '',
    withDocuments: false,
    namesMeant: false,
  })
  const [uploads, setUploads] = useState<Upload[]>([])
  const { withDocuments, namesMeant } = typed
  const answer = useCommand(caseId, 'answer-question', forget)
  const send = useSending(`/api/cases/${caseId}/clarification-parts`)
  const field = (name: 'wording' | 'answer') => `question-${id}-${name}`
  const faults = (['wording', 'answer'] as const)
    .filter((name) => typed[name].trim() === '')
    .map((name) => ({ fieldId: field(name), detail: said.missing[name] }))
  const submit = () => {
    const [wording, words] = [typed.wording.trim(), typed.answer.trim()]
    const said = {
      id,
      answer: words,
      ...(wording !== text && { wording }),
      ...(withDocuments && { withDocuments }),
      ...(namesMeant && { namesMeant }),
    }
    send.mutate({
      uploads,
      command: (documents) => answer.mutateAsync({ ...said, ...(documents.length > 0 && { documents }) }),
    })
  }
  return (
    <CheckedForm
      command={send}
      faults={faults}
      field={(pointer) => `question-${id}-${pointer.split('/')[1] ?? 'answer'}`}
      send={submit}
      confirm={said.send}
      label={said.number(id)}
      typed={typed.answer}
    >
      <WordsField
        id={field('wording')}
        label={said.wording}
        hint={said.wordingHint}
        rows={3}
        value={typed.wording}
        onChange={(wording) => setTyped({ ...typed, wording })}
      />
      <WordsField
        id={field('answer')}
        label={said.answer}
        hint={said.answerHint}
        value={typed.answer}
        onChange={(answer) => setTyped({ ...typed, answer })}
      />
      <AttachField
        id={`question-${id}-documents`}
        label={said.documents}
        most={3}
        uploads={uploads}
        onChange={setUploads}
        sending={send.sending}
      />
      {hasDocuments && (
        <Tick
          id={`question-${id}-with`}
          checked={withDocuments}
          onChange={(now) => setTyped({ ...typed, withDocuments: now })}
        >
          {said.withDocuments}
        </Tick>
      )}
      <Tick
        id={`question-${id}-names`}
        checked={namesMeant}
        onChange={(now) => setTyped({ ...typed, namesMeant: now })}
      >
        {said.namesMeant}
      </Tick>
    </CheckedForm>
  )
}
