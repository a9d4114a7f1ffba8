import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../api.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { PriceField } from '../../nhs/price-field.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { Success } from '../../nhs/success.tsx'
import { problemOf } from '../../problem-of.ts'
import { words as form } from '../command-form/words.ts'
import { useSession } from '../session/session.tsx'
import type { AfterAwardView } from './use-after-award.ts'
import { words } from './words.ts'

/** `48000` or `48,000.50` as pence. */
function penceOf(typed: string): number | undefined {
  const plain = typed.replaceAll(',', '').trim()
  return /^\d{1,12}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined
}

/** What came of each deliverable, each objective and each amount; saved as a whole, and again until the case closes. */
export function ReviewForm({ caseId, benefits }: { caseId: string } & Pick<AfterAwardView, 'benefits'>) {
  const { ask } = useSession()
  const queries = useQueryClient()
  const { review } = words
  const [typed, setTyped, forget] = useKept<Record<string, string>>(`${caseId}:review-benefits`, {})
  const [asked, setAsked] = useState(false)
  const [once, setOnce] = useState(() => crypto.randomUUID())
  const parts = [
    ...benefits.deliverables.map(({ what, by }, index) => ({
      ...{ id: `deliverables-${index}`, title: `${what} (${by})`, label: review.delivered, choices: review.yes },
    })),
    ...benefits.objectives.map(({ objective }, index) => ({
      ...{ id: `objectives-${index}`, title: objective, label: review.achieved, choices: review.met },
    })),
  ]
  const amounts = benefits.costs.map(({ name }) => ({ name, id: `costs-${name}`, label: review.amounts[name] }))
  const missing = [
    ...parts.flatMap(({ id, title }) =>
      [id, `${id}-evidence`]
        .filter((field) => (typed[field] ?? '').trim() === '')
        .map((fieldId) => ({ detail: `${review.missing}: ${title}`, fieldId })),
    ),
    ...amounts
      .filter(({ id }) => penceOf(typed[id] ?? '') === undefined)
      .map(({ id, label }) => ({ detail: review.missingAmount(label), fieldId: id })),
    ...((typed['explanation'] ?? '').trim() === '' ? [{ detail: review.explanation, fieldId: 'explanation' }] : []),
  ]
  const body = () => ({
    deliverables: benefits.deliverables.map((_, index) => ({
      delivered: typed[`deliverables-${index}`],
      evidence: typed[`deliverables-${index}-evidence`],
    })),
    objectives: benefits.objectives.map((_, index) => ({
      achieved: typed[`objectives-${index}`],
      evidence: typed[`objectives-${index}-evidence`],
    })),
    costs: {
      ...Object.fromEntries(amounts.map(({ name, id }) => [name, penceOf(typed[id] ?? '')])),
      explanation: typed['explanation'],
    },
  })
  const save = useMutation<unknown, Problem>({
    mutationFn: () => ask(`/api/cases/${caseId}/review-benefits`, { command: { body: body(), once } }),
    onSettled: () => setOnce(crypto.randomUUID()),
    onSuccess: async () => {
      forget()
      setAsked(false)
      await queries.invalidateQueries()
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (missing.length === 0 && !save.isPending) save.mutate()
  }
  const at = (field: string) => ({
    id: field,
    value: typed[field] ?? '',
    onChange: (value: string) => setTyped({ ...typed, [field]: value }),
  })
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      <h2>{review.form}</h2>
      {save.isSuccess && <Success title={form.success} heading={review.done} />}
      {save.error && <ProblemSummary {...problemOf(save.error)} />}
      {asked && missing.length > 0 && <ProblemSummary {...form.faults} faults={missing} />}
      {parts.map(({ id, title, label, choices }) => (
        <section key={id}>
          <h3>{title}</h3>
          <ChoiceField
            {...at(id)}
            label={label}
            choices={[
              { value: '', name: form.choose },
              ...Object.entries(choices).map(([value, name]) => ({ value, name })),
            ]}
          />
          <WordsField {...at(`${id}-evidence`)} label={review.evidence} />
        </section>
      ))}
      {amounts.map(({ id, label }) => (
        <PriceField key={id} {...at(id)} label={review.pounds(label)} hint={review.poundsHint} />
      ))}
      <WordsField {...at('explanation')} label={review.explanation} />
      <ActionButton submit busy={save.isPending}>
        {save.isPending ? form.sending : review.confirm}
      </ActionButton>
    </form>
  )
}
