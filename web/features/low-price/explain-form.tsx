import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { pounds } from '../../money.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { at } from '../../time.ts'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import type { PriceQuestion } from './low-prices.ts'
import { words } from './words.ts'

/** A bidder explains how the service can be provided for its price. */
export function ExplainForm({ caseId, question }: { caseId: string; question: PriceQuestion['question'] }) {
  const [text, setText, forget] = useKept(`${caseId}:explain-price`, '')
  const [fault, setFault] = useState<string>()
  const explain = useCommand(caseId, 'explain-price', forget)
  if (!question) return <p>{words.own.nothing}</p>
  const { pence, explanation, dueAt } = question
  const send = (event: FormEvent) => {
    event.preventDefault()
    const missing = text.trim() === '' ? words.own.missing : undefined
    setFault(missing)
    if (!missing && !explain.isPending) explain.mutate({ text })
  }
  return (
    <>
      <p>{words.own.intro(pounds(pence))}</p>
      {explanation && (
        <>
          <p>{words.own.sent}</p>
          <blockquote>{explanation.text}</blockquote>
        </>
      )}
      {!explanation && dueAt === undefined && <p>{words.own.late}</p>}
      {!explanation && dueAt !== undefined && (
        <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
          <CommandProblem error={explain.error} field={() => 'explanation'} />
          {fault && <ProblemSummary {...words.decide.faults} faults={[{ detail: fault, fieldId: 'explanation' }]} />}
          <p>{words.own.due(at(dueAt))}</p>
          <WordsField
            id="explanation"
            label={words.own.text}
            hint={words.own.hint}
            fault={fault}
            value={text}
            onChange={setText}
          />
          <ActionButton submit busy={explain.isPending}>
            {explain.isPending ? words.sending : words.own.confirm}
          </ActionButton>
        </form>
      )}
    </>
  )
}
