import { useKept } from '../../kept.ts'
import { penceOf } from '../../money.ts'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { PriceField } from '../../nhs/price-field.tsx'
import { Success } from '../../nhs/success.tsx'
import { onDate } from '../../time.ts'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { words as form } from '../command-form/words.ts'
import type { AfterAwardView } from './after-award.ts'
import { words } from './words.ts'

/** What came of each deliverable, each objective and each amount; saved as a whole, and again until the case closes. */
export function ReviewForm({ caseId, benefits }: { caseId: string } & Pick<AfterAwardView, 'benefits'>) {
  const { review } = words
  const [typed, setTyped, forget] = useKept<Record<string, string>>(`${caseId}:review-benefits`, {})
  const parts = [
    ...benefits.deliverables.map(({ what, by }, index) => ({
      ...{
        id: `deliverables-${index}`,
        title: `${what} (${onDate(by)})`,
        label: review.delivered,
        choices: review.yes,
      },
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
  const save = useCommand(caseId, 'review-benefits', forget)
  const at = (field: string) => ({
    id: field,
    value: typed[field] ?? '',
    onChange: (value: string) => setTyped({ ...typed, [field]: value }),
  })
  return (
    <CheckedForm command={save} faults={missing} send={() => save.mutate(body())} confirm={review.confirm}>
      <h2>{review.form}</h2>
      {save.isSuccess && <Success title={form.success} heading={review.done} />}
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
    </CheckedForm>
  )
}
