import { useQuery } from '@tanstack/react-query'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { capital } from '../../capital.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ListTable } from '../../nhs/list-table.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { personName } from '../people/names.ts'
import { useNames } from '../people/use-names.ts'
import { useRegisters } from '../people/use-registers.ts'
import { useSession } from '../session/session.tsx'
import { DeclineForm } from './decline-form.tsx'
import { words } from './words.ts'

const said = words.practice
type Nomination = NonNullable<CaseView['nomination']>

interface PracticePartProps {
  caseId: string
  practiceId: string
  nomination: Nomination
  onDone(heading: string): void
}

/** A practice nominates one or more of its people, withdraws one, or says that it will not nominate. */
export function PracticePart({ caseId, practiceId, nomination, onDone }: PracticePartProps) {
  const names = useNames()
  const { personId } = useSession()
  const theirs = nomination.nominees.filter((nominee) => nominee.practiceId === practiceId)
  const declined = nomination.declined.includes(practiceId)
  const withdraw = useCommand(caseId, 'withdraw-nomination', () => onDone(said.withdrawn))
  return (
    <section aria-labelledby="practice" className="nhsuk-u-reading-width">
      <h2 id="practice">{said.title}</h2>
      <p>{declined ? said.hasDeclined : said.intro}</p>
      <CommandProblem error={withdraw.error} />
      {theirs.length > 0 && (
        <ListTable
          caption={said.nominees}
          rows={theirs}
          keyOf={({ person }) => person}
          columns={[
            { head: said.columns.person, cell: ({ person }) => capital(personName(names, person)) },
            { head: said.columns.status, cell: ({ status }) => words.status[status] },
            {
              head: said.columns.withdraw,
              cell: ({ person, status }) =>
                status === 'nominated' ? (
                  <ActionButton
                    kind="secondary"
                    small
                    busy={withdraw.isPending}
                    onClick={() => withdraw.mutate({ person })}
                  >
                    {person === personId ? said.withdrawOwn : said.withdraw(personName(names, person))}
                  </ActionButton>
                ) : (
                  '–'
                ),
            },
          ]}
        />
      )}
      <NominateForm caseId={caseId} nominated={theirs} onDone={onDone} />
      {!declined && theirs.every(({ status }) => status === 'declined') && (
        <DeclineForm caseId={caseId} command="decline-to-nominate" said={said} onDone={() => onDone(said.declined)} />
      )}
    </section>
  )
}

interface NominateFormProps {
  caseId: string
  nominated: Nomination['nominees']
  onDone(heading: string): void
}

function NominateForm({ caseId, nominated, onDone }: NominateFormProps) {
  const { data: registers } = useQuery(useRegisters())
  const [chosen, setChosen, forget] = useKept<string[]>(`${caseId}:nominate`, [])
  const nominate = useCommand(caseId, 'nominate')
  const standing = nominated.filter(({ status }) => status !== 'declined').map(({ person }) => person)
  const choices = (registers?.colleagues ?? []).filter(({ id }) => !standing.includes(id))
  // A colleague may have nominated one of them meanwhile.
  const wanted = chosen.filter((person) => choices.some(({ id }) => id === person))
  const send = async () => {
    let left = wanted
    for (const person of wanted) {
      // What is wrong is said above the form; who is nominated by then is asked for no more.
      const done = await nominate.mutateAsync({ person }).catch(() => undefined)
      if (!done) return
      left = left.filter((one) => one !== person)
      setChosen(left)
    }
    forget()
    onDone(said.nominated(wanted.length))
  }
  if (!registers) return null
  if (choices.length === 0) return <p>{said.nobody}</p>
  return (
    <CheckedForm
      command={nominate}
      faults={wanted.length === 0 ? [{ fieldId: 'who', detail: words.faults.who }] : []}
      field={() => 'who'}
      send={send}
      confirm={said.nominate}
    >
      <Ticks
        id="who"
        label={said.who}
        choices={choices.map(({ id, name }) => ({ value: id, name }))}
        value={wanted}
        onChange={setChosen}
      />
    </CheckedForm>
  )
}
