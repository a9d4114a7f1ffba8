import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { Tick } from '../../nhs/tick.tsx'
import { CommandProblem, faultAt } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
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
  const [tried, setTried] = useState(false)
  const [uploads, setUploads] = useState<Upload[]>([])
  const { withDocuments, namesMeant } = typed
  const answer = useCommand(caseId, 'answer-question', forget)
  const send = useSending(`/api/cases/${caseId}/clarification-parts`)
  const field = (name: 'wording' | 'answer') => `question-${id}-${name}`
  const faults = (['wording', 'answer'] as const)
    .filter((name) => typed[name].trim() === '')
    .map((name) => ({ fieldId: field(name), detail: said.missing[name] }))
  const shown = tried ? faults : []
  const faultIn = (name: 'wording' | 'answer') =>
    shown.find(({ fieldId }) => fieldId === field(name))?.detail ?? faultAt(send.error, name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (faults.length > 0 || send.isPending) return
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
    <form onSubmit={submit} noValidate aria-label={said.number(id)} className="nhsuk-u-reading-width">
      {shown.length > 0 && <ProblemSummary {...said.problem} faults={shown} />}
      <CommandProblem error={send.error} field={(pointer) => `question-${id}-${pointer.split('/')[1] ?? 'answer'}`} />
      <WordsField
        id={field('wording')}
        label={said.wording}
        hint={said.wordingHint}
        rows={3}
        fault={faultIn('wording')}
        value={typed.wording}
        onChange={(wording) => setTyped({ ...typed, wording })}
      />
      <WordsField
        id={field('answer')}
        label={said.answer}
        hint={said.answerHint}
        fault={faultIn('answer')}
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
      <ActionButton submit busy={send.isPending}>
        {send.isPending ? said.sending : said.send}
      </ActionButton>
    </form>
  )
}
