import type { Stage } from '../../../domain/case/case.ts'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { ChoiceField, DateField, RadiosField, WordsField } from '../../nhs/fields.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { onDate } from '../../time.ts'
import { useClock } from '../locality-bar/use-clock.ts'
import { type Answers, lastDayFrom } from './deed-answers.ts'
import { type DeedName, deeds, extendable } from './deeds.ts'
import { stageNames } from './stage-words.ts'
import { words } from './words.ts'

interface DeedFieldsProps {
  theCase: CaseView
  name: DeedName
  answers: Answers
  onChange(answers: Answers): void
}

export function DeedFields({ theCase, name, answers, onChange }: DeedFieldsProps) {
  const { asks, wordsAs } = deeds[name]
  const { label, hint } = words.deeds[name]
  const { now } = useClock()
  return (
    <>
      {asks === 'date' && extendable(theCase).length > 1 && (
        <RadiosField
          id="of"
          label={words.deed.of}
          value={answers.of}
          choices={extendable(theCase).map((value) => ({ value, name: words.deed.ofWhat[value] }))}
          onChange={(of) => onChange({ ...answers, of: of as Answers['of'] })}
        />
      )}
      {asks === 'date' && (
        <DateField
          id="date"
          label={words.deed.newDeadline}
          hint={words.deed.dateHint(exampleOf(theCase), onDate(lastDayFrom(now)))}
          value={answers.date}
          onChange={(date) => onChange({ ...answers, date })}
        />
      )}
      {asks === 'stage' && (
        <ChoiceField
          id="stage"
          label={words.deed.stage}
          value={answers.stage}
          choices={(theCase.life.canGoBackTo ?? []).map((value) => ({ value, name: stageNames[value] }))}
          onChange={(stage) => onChange({ ...answers, stage: stage as Stage })}
        />
      )}
      {asks === 'panel' && (
        <>
          <RadiosField
            id="serves"
            label={words.deed.serves}
            hint={words.deed.servesHint}
            value={answers.serves}
            choices={[...words.deed.servesChoices]}
            onChange={(serves) => onChange({ ...answers, serves: serves as Answers['serves'] })}
          />
          {answers.serves === 'an area for a term' && (
            <TextField
              id="months"
              label={words.deed.months}
              value={answers.months}
              onChange={(months) => onChange({ ...answers, months })}
            />
          )}
        </>
      )}
      {asks === 'event' && (
        <TextField
          id="event"
          label={words.deed.event}
          hint={words.deed.eventHint}
          value={answers.event}
          onChange={(event) => onChange({ ...answers, event })}
        />
      )}
      {asks === 'erasure' && (
        <RadiosField
          id="event"
          label={words.deed.erasure}
          value={answers.event}
          choices={(theCase.life.erasures ?? []).map(({ sequence, reason }) => ({
            value: String(sequence),
            name: words.deed.erasureOf(sequence, reason),
          }))}
          onChange={(event) => onChange({ ...answers, event: event ?? '' })}
        />
      )}
      {wordsAs && label && (
        <WordsField
          id="words"
          label={label}
          hint={hint}
          value={answers.words}
          onChange={(value) => onChange({ ...answers, words: value })}
        />
      )}
    </>
  )
}

/** A week after the present deadline: `27 3 2027`. */
function exampleOf({ wait }: CaseView): string {
  const date = new Date(Date.parse(wait?.dueAt ?? new Date().toISOString()) + 7 * 86_400_000)
  return `${date.getUTCDate()} ${date.getUTCMonth() + 1} ${date.getUTCFullYear()}`
}
