import { pounds } from '../../money.ts'
import { at } from '../../time.ts'
import { CommandForm } from '../command-form/command-form.tsx'
import type { PriceQuestion } from './low-prices.ts'
import { words } from './words.ts'

const { own } = words

/** A bidder explains how the service can be provided for its price. It is sent once. */
export function ExplainForm({ caseId, question }: { caseId: string; question: PriceQuestion['question'] }) {
  if (!question) return <p>{own.nothing}</p>
  const { pence, explanation, dueAt } = question
  return (
    <>
      <p className="nhsuk-u-reading-width">{own.intro(pounds(pence))}</p>
      {explanation && (
        <>
          <p>{own.sent}</p>
          <blockquote>{explanation.text}</blockquote>
        </>
      )}
      {!explanation && dueAt === undefined && <p>{own.late}</p>}
      {!explanation && dueAt !== undefined && (
        <>
          <p>{own.due(at(dueAt))}</p>
          <CommandForm
            caseId={caseId}
            name="explain-price"
            fields={[{ name: 'text', label: own.text, hint: own.hint, missing: own.missing }]}
            confirm={own.confirm}
            done={own.done}
          />
        </>
      )}
    </>
  )
}
