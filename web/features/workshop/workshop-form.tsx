import { useState } from 'react'
import type { Tried } from '../../../domain/workshop/workshop.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { Success } from '../../nhs/success.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
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
  const [kept, setKept] = useState(false)
  const attempt = useCommand<{ tried: Tried }>(caseId, 'try-weights')
  const keep = useCommand(caseId, 'hold-workshop', () => {
    setKept(true)
    forgetConclusion()
    setMet({ planned: '', present: [] })
    attempt.reset()
  })
  const change = (part: Partial<Entered>) => {
    setEntered({ ...entered, ...part })
    attempt.reset()
    keep.reset()
    setKept(false)
  }
  const keepIt = () =>
    keep.mutate({
      ...bodyOf(entered, view),
      conclusion: conclusion.trim(),
      ...(met.planned !== '' && { planned: Number(met.planned), present: met.present }),
    })
  const tried = attempt.data?.tried
  const heldIn = meetingWords.held
  return (
    <>
      {kept && <Success title={words.title} heading={words.kept} />}
      <CheckedForm
        label={words.samples}
        command={attempt}
        faults={faultsOf(entered, criteria)}
        send={() => attempt.mutate(bodyOf(entered, view))}
        confirm={words.try}
        wide
        beside={
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
        }
      >
        <h2>{words.weights(version)}</h2>
        <p>{words.weightsHint}</p>
        <div className="workshop__scores">
          {criteria.map(({ id, title }) => (
            <TextField
              key={id}
              id={`weights-${id}`}
              label={words.weight(title)}
              width={5}
              value={entered.weights[id] ?? ''}
              onChange={(weight) => change({ weights: { ...entered.weights, [id]: weight } })}
            />
          ))}
          <TextField
            id="priceShare"
            label={words.priceShare}
            width={5}
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
            onChange={(changed) => change({ samples: entered.samples.with(place, changed) })}
            onRemove={() => change({ samples: entered.samples.toSpliced(place, 1) })}
          />
        ))}
      </CheckedForm>
      {tried && (
        <section aria-labelledby="result">
          <h2 id="result">{words.result}</h2>
          <Outcome tried={tried} nameOf={nameOf} farthest={farthest} />
          <CheckedForm
            label={words.result}
            command={keep}
            faults={conclusion.trim() === '' ? [{ fieldId: 'conclusion', detail: words.faults.conclusion }] : []}
            send={keepIt}
            confirm={words.keep}
          >
            <WordsField
              id="conclusion"
              label={words.conclusion}
              hint={words.conclusionHint}
              rows={3}
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
                choices={members}
                value={met.present}
                onChange={(present) => setMet({ ...met, present })}
              />
            )}
          </CheckedForm>
        </section>
      )}
    </>
  )
}
