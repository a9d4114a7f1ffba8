import type { CaseView } from '../../../functions/api/answers/case.ts'
import { capital } from '../../capital.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { personName } from '../people/names.ts'
import { isSecretariat, useNames } from '../people/use-names.ts'
import { words } from './words.ts'

const said = words.everybody

/** Which practices have answered, and for the secretariat whom they nominated. */
export function AnswersTable({ theCase }: { theCase: CaseView & { nomination: NonNullable<CaseView['nomination']> } }) {
  const names = useNames()
  const { practices, declined, unanswered, cannotAnswer, nominees } = theCase.nomination
  const answerOf = (practice: string): keyof typeof said.answers =>
    unanswered.includes(practice)
      ? 'unanswered'
      : declined.includes(practice)
        ? 'declined'
        : cannotAnswer.includes(practice)
          ? 'cannotAnswer'
          : 'nominated'
  const order = Object.keys(said.answers)
  const rows = practices.toSorted((one, other) => order.indexOf(answerOf(other)) - order.indexOf(answerOf(one)))
  return (
    <>
      <h2>{said.title}</h2>
      <ListTable
        caption={said.title}
        rows={rows}
        keyOf={(practice) => practice}
        columns={[
          { head: said.columns.practice, cell: (practice) => names.place(practice) },
          { head: said.columns.answer, cell: (practice) => said.answers[answerOf(practice)] },
        ]}
      />
      {isSecretariat(theCase.as) && nominees.length > 0 && (
        <>
          <h2>{said.nominees}</h2>
          <ListTable
            caption={said.nominees}
            rows={nominees}
            keyOf={({ person }) => person}
            columns={[
              { head: said.nomineeColumns.person, cell: ({ person }) => capital(personName(names, person)) },
              { head: said.nomineeColumns.practice, cell: ({ practiceId }) => names.place(practiceId) },
              { head: said.nomineeColumns.status, cell: ({ status }) => words.status[status] },
            ]}
          />
        </>
      )}
    </>
  )
}
