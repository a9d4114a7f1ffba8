import { useNavigate } from '@tanstack/react-router'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { whatIsAsked } from '../../../workflows/waits.ts'
import { capital } from '../../capital.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Facts } from '../../nhs/facts.tsx'
import { at, when } from '../../time.ts'
import { useHeadingInFocus } from '../../title.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { useClock } from '../locality-bar/use-clock.ts'
import { everyOneOf } from '../people/names.ts'
import { useNames } from '../people/use-names.ts'
import { type Answers, bodyOf, dueAtOf, emptyAnswers, faultsOf, fieldOf } from './deed-answers.ts'
import { DeedFields } from './deed-fields.tsx'
import { type DeedName, deeds } from './deeds.ts'
import { stageNames } from './stage-words.ts'
import { useCommand } from './use-command.ts'
import { words } from './words.ts'

interface DeedFormProps {
  theCase: CaseView
  name: DeedName
  /** What was typed is shown once more, before it is done: a place of its own in the history. */
  check: boolean
  onCheck(on: boolean): void
}

/** Asks for what a deed needs, shows it again, and does it once it is confirmed. What was typed survives a sign-in. */
export function DeedForm({ theCase, name, check, onCheck }: DeedFormProps) {
  const { caseId } = theCase
  const navigate = useNavigate()
  const { now } = useClock()
  const deed = deeds[name]
  const said = words.deeds[name]
  const needsAnswers = deed.wordsAs !== undefined || deed.asks !== undefined
  const [answers, setAnswers, forget] = useKept<Answers>(`${caseId}:${name}`, emptyAnswers(theCase))
  const faults = faultsOf(deed, answers, now)
  // An address that says so is not enough: what is checked must be there.
  const checking = !needsAnswers || (check && faults.length === 0)
  const heading = useHeadingInFocus(checking)

  const command = useCommand(caseId, name, async ({ head }) => {
    forget()
    await navigate({ to: '/cases/$caseId', params: { caseId }, state: { done: { deed: name, head } }, replace: true })
  })

  return (
    <CheckedForm
      command={command}
      faults={faults}
      field={fieldOf}
      send={() => (checking ? command.mutate(bodyOf(deed, answers)) : onCheck(true))}
      confirm={checking ? said.confirm : words.deed.continue}
      {...(checking && deed.grave && { kind: 'grave' })}
      beside={
        checking &&
        needsAnswers && (
          <ActionButton kind="secondary" onClick={() => onCheck(false)}>
            {words.deed.change}
          </ActionButton>
        )
      }
    >
      <h1 ref={heading} tabIndex={-1}>
        <span className="nhsuk-caption-l">{theCase.proposal.form.title}</span>
        {checking && needsAnswers ? words.deed.check : said.title}
      </h1>
      <p>{said.effect}</p>
      {name === 'remind' && <WhoIsReminded theCase={theCase} />}
      {checking ? (
        needsAnswers && <Check answers={answers} name={name} />
      ) : (
        <DeedFields theCase={theCase} name={name} answers={answers} onChange={setAnswers} />
      )}
    </CheckedForm>
  )
}

/** Who gets the email, and when they last had one: too much of it buries what matters (requirements §1). */
function WhoIsReminded({ theCase: { wait } }: { theCase: CaseView }) {
  const names = useNames()
  if (!wait) return null
  return (
    <Facts
      facts={[
        [words.remindedWhom, capital(everyOneOf(wait.name, wait.waitsFor, names))],
        [words.facts.what, capital(whatIsAsked(wait.name, wait.waitsFor))],
        [words.remindedLast, wait.remindedAt ? when(wait.remindedAt) : words.notReminded],
      ]}
    />
  )
}

function Check({ answers, name }: { answers: Answers; name: DeedName }) {
  const { asks, wordsAs } = deeds[name]
  const dueAt = asks === 'date' ? dueAtOf(answers) : undefined
  return (
    <Facts
      facts={[
        dueAt && answers.of === 'substitution' ? [words.deed.of, words.deed.ofWhat.substitution] : undefined,
        dueAt ? [words.deed.newDeadline, at(dueAt)] : undefined,
        asks === 'stage' ? [words.facts.stage, stageNames[answers.stage]] : undefined,
        asks === 'event' || asks === 'erasure' ? [words.deed.event, answers.event] : undefined,
        asks === 'panel'
          ? [words.deed.serves, words.deed.servesWhat(answers.serves, answers.months.trim())]
          : undefined,
        wordsAs && answers.words.trim() ? [words.deed.reason, answers.words] : undefined,
      ]}
    />
  )
}
