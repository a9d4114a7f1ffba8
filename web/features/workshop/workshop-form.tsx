import { type FormEvent, useState } from 'react'
import type { Tried } from '../../../domain/workshop/workshop.ts'
import { Problem } from '../../api.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { Success } from '../../nhs/success.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import { CommandProblem, fieldOf } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { PlannedMeeting } from '../meetings/planned-meeting.tsx'
import { words as meetingWords } from '../meetings/words.ts'
import { RunningTotal } from '../specification/running-total.tsx'
import { bodyOf, type Entered, enteredFrom, faultsOf, type WorkshopsView } from './entered.ts'
import { Outcome } from './outcome.tsx'
import { SampleFields } from './sample-fields.tsx'
import { words } from './words.ts'

/** Tries samples against weights, and keeps the workshop when the panel says what it takes from it. */
export function WorkshopForm({
  caseId,
  view,
  members,
  nameOf,
}: {
  caseId: string
  view: WorkshopsView
  /** Who can have been there. */
  members: { value: string; name: string }[]
  nameOf(share: string): string
}) {
  const { criteria, version, farthest } = view
  const [entered, setEntered] = useKept<Entered>(`${caseId}:workshop:${version}`, enteredFrom(view))
  const [conclusion, setConclusion, forgetConclusion] = useKept(`${caseId}:workshop:${version}:conclusion`, '')
  const [met, setMet] = useState({ planned: '', present: [] as string[] })
  const [faults, setFaults] = useState<{ fieldId: string; detail: string }[]>([])
  const [kept, setKept] = useState(false)
  const attempt = useCommand<{ tried: Tried }>(caseId, 'try-weights')
  const keep = useCommand(caseId, 'hold-workshop', () => {
    setKept(true)
    forgetConclusion()
    setMet({ planned: '', present: [] })
    attempt.reset()
  })
  const error = attempt.error ?? keep.error
  const refused =
    error instanceof Problem ? error.faults.map(({ pointer, detail }) => ({ fieldId: fieldOf(pointer), detail })) : []
  const faultIn = (fieldId: string) => [...faults, ...refused].find((fault) => fault.fieldId === fieldId)?.detail
  const change = (part: Partial<Entered>) => {
    setEntered({ ...entered, ...part })
    attempt.reset()
    keep.reset()
    setKept(false)
  }
  const tryThem = (event: FormEvent) => {
    event.preventDefault()
    const found = faultsOf(entered, criteria)
    setFaults(found)
    keep.reset()
    if (found.length === 0 && !attempt.isPending) attempt.mutate(bodyOf(entered, view))
  }
  const keepIt = () => {
    const said = conclusion.trim()
    setFaults(said === '' ? [{ fieldId: 'conclusion', detail: words.faults.conclusion }] : [])
    if (said !== '' && !keep.isPending)
      keep.mutate({
        ...bodyOf(entered, view),
        conclusion: said,
        ...(met.planned !== '' && { planned: Number(met.planned), present: met.present }),
      })
  }
  const tried = attempt.data?.tried
  const heldIn = meetingWords.held
  return (
    <form onSubmit={tryThem} noValidate>
      {kept && <Success title={words.title} heading={words.kept} />}
      {faults.length > 0 && <ProblemSummary {...words.problem} faults={faults} />}
      <CommandProblem error={error} />
      <h2>{words.weights(version)}</h2>
      <p>{words.weightsHint}</p>
      <div className="workshop__scores">
        {criteria.map(({ id, title }) => (
          <TextField
            key={id}
            id={`weights-${id}`}
            label={words.weight(title)}
            width={5}
            fault={faultIn(`weights-${id}`)}
            value={entered.weights[id] ?? ''}
            onChange={(weight) => change({ weights: { ...entered.weights, [id]: weight } })}
          />
        ))}
        <TextField
          id="priceShare"
          label={words.priceShare}
          width={5}
          fault={faultIn('priceShare')}
          value={entered.priceShare}
          onChange={(priceShare) => change({ priceShare })}
        />
      </div>
      <RunningTotal typed={[...criteria.map(({ id }) => entered.weights[id] ?? ''), entered.priceShare]} />
      <h2 id="samples" tabIndex={-1}>
        {words.samples}
      </h2>
      <p className="nhsuk-u-reading-width">{words.samplesHint}</p>
      {entered.samples.map((sample, place) => (
        <SampleFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a sample has no name of its own until it is given one
          key={place}
          place={place}
          sample={sample}
          criteria={criteria}
          faultIn={faultIn}
          onChange={(changed) => change({ samples: entered.samples.with(place, changed) })}
          onRemove={() => change({ samples: entered.samples.toSpliced(place, 1) })}
        />
      ))}
      <div className="nhsuk-button-group">
        <ActionButton
          kind="secondary"
          onClick={() =>
            change({
              samples: [
                ...entered.samples,
                { name: words.newSample(entered.samples.length + 1), scores: {}, price: '' },
              ],
            })
          }
        >
          {words.add}
        </ActionButton>
        <ActionButton submit busy={attempt.isPending}>
          {attempt.isPending ? words.trying : words.try}
        </ActionButton>
      </div>
      {tried && (
        <section aria-labelledby="result">
          <h2 id="result">{words.result}</h2>
          <Outcome tried={tried} nameOf={nameOf} farthest={farthest} />
          <WordsField
            id="conclusion"
            label={words.conclusion}
            hint={words.conclusionHint}
            rows={3}
            fault={faultIn('conclusion')}
            value={conclusion}
            onChange={setConclusion}
          />
          <PlannedMeeting
            caseId={caseId}
            today
            value={met.planned}
            onChange={(planned) => setMet({ ...met, planned })}
          />
          {met.planned !== '' && (
            <Ticks
              id="present"
              label={heldIn.present}
              fault={faultIn('present')}
              choices={members}
              value={met.present}
              onChange={(present) => setMet({ ...met, present })}
            />
          )}
          <ActionButton busy={keep.isPending} onClick={keepIt}>
            {keep.isPending ? words.keeping : words.keep}
          </ActionButton>
        </section>
      )}
    </form>
  )
}
