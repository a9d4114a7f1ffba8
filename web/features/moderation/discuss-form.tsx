import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import { useQuorum } from '../case/use-case.ts'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { words as form } from '../command-form/words.ts'
import { type Names, personAlone } from '../people/names.ts'
import type { Matter, Moderation } from './moderation.ts'
import { words } from './words.ts'

interface DiscussFormProps {
  caseId: string
  moderation: Moderation
  matter: Matter
  meeting: Moderation['meetings'][number]
  names: Names
  /** What stands recorded, and is corrected. */
  recorded?: NonNullable<Matter['agreed'] | Matter['notAgreed']> | undefined
}

const NOT_AGREED = 'not agreed'
const fields: Record<string, string> = { '/score': 'outcome', '/reason': 'reason', '/correction': 'correction' }

/**
 * The chair records what came of one criterion: a score, or that there was no agreement; always with the reason. What was
 * recorded by a slip is recorded again in full, with why, and with who was there: nothing of it is taken over unread.
 */
export function DiscussForm({ caseId, moderation, matter, meeting, names, recorded }: DiscussFormProps) {
  const { organisationId, criterionId } = matter
  const id = `${organisationId}-${criterionId}`
  const begun = {
    outcome: '',
    reason: recorded?.reason ?? '',
    present: [] as string[],
    correction: '',
  }
  const turn = recorded ? `:corrects ${recorded.at}` : ''
  const [said, setSaid, forget] = useKept(`${caseId}:moderate:${meeting.number}:${id}${turn}`, begun)
  const quorum = useQuorum(caseId)
  const agree = useCommand(caseId, said.outcome === NOT_AGREED ? 'leave-to-median' : 'moderate-criterion', forget)
  const scale = moderation.criteria.find((criterion) => criterion.id === criterionId)?.scale ?? []
  // Who was there may have left the panel since, also since it was typed.
  const able = meeting.present.filter((person) => moderation.members.includes(person))
  const present = said.present.filter((person) => able.includes(person))
  const { reason, outcome, correction = '' } = said
  const faults = [
    ...(outcome === '' ? [{ detail: words.discuss.noOutcome, fieldId: `${id}-outcome` }] : []),
    ...(reason.trim() === '' ? [{ detail: words.discuss.noReason, fieldId: `${id}-reason` }] : []),
    ...(recorded && correction.trim() === '' ? [{ detail: words.correct.noWhy, fieldId: `${id}-correction` }] : []),
    ...(present.length === 0 ? [{ detail: words.discuss.nobody, fieldId: `${id}-present` }] : []),
  ]
  const send = () => {
    const score = outcome === NOT_AGREED ? {} : { score: Number(outcome) }
    const why = recorded ? { correction } : {}
    agree.mutate({ organisationId, criterionId, reason, present, ...score, ...why })
  }
  return (
    <CheckedForm
      command={agree}
      faults={faults}
      field={(pointer) => `${id}-${fields[pointer] ?? 'present'}`}
      send={send}
      typed={reason === recorded?.reason ? correction : [reason, correction].join('\n')}
      confirm={recorded ? words.correct.confirm : words.discuss.confirm}
    >
      <ChoiceField
        id={`${id}-outcome`}
        label={words.discuss.outcome}
        value={said.outcome}
        onChange={(outcome) => setSaid({ ...said, outcome })}
        choices={[
          { value: '', name: form.choose },
          ...scale.map((earns, score) => ({ value: String(score), name: words.discuss.score(score, earns) })),
          { value: NOT_AGREED, name: words.discuss.notAgreed },
        ]}
      />
      <WordsField
        id={`${id}-reason`}
        label={words.discuss.reason}
        hint={words.discuss.reasonHint}
        value={said.reason}
        onChange={(reason) => setSaid({ ...said, reason })}
      />
      <Ticks
        id={`${id}-present`}
        label={words.discuss.present}
        hint={form.mustTakePart(quorum)}
        choices={able.map((person) => ({ value: person, name: personAlone(names, person) }))}
        value={present}
        onChange={(present) => setSaid({ ...said, present })}
      />
      <ActionButton small kind="secondary" onClick={() => setSaid({ ...said, present: able })}>
        {words.discuss.everybody}
      </ActionButton>
      {recorded && (
        <WordsField
          id={`${id}-correction`}
          label={words.correct.why}
          rows={3}
          value={said.correction ?? ''}
          onChange={(correction) => setSaid({ ...said, correction })}
        />
      )}
    </CheckedForm>
  )
}
