import { CommandForm } from '../command-form/command-form.tsx'
import { words } from './words.ts'

const said = words.answering
const choices = Object.entries(said.choices).map(([value, { name, hint }]) => ({ value, name, hint }))

/** The approver's answer, with reasons. */
export const AnswerForm = ({ caseId, round }: { caseId: string; round: number }) => (
  <CommandForm
    caseId={caseId}
    name="approve-business-case"
    about={String(round)}
    fields={[
      { name: 'choice', label: said.choose, missing: said.missing.choice, choices },
      { name: 'reasons', label: said.why, hint: said.whyHint, missing: said.missing.reasons },
    ]}
    check={said.check}
    means={({ choice, reasons }) =>
      choice === 'approve'
        ? { command: 'approve-business-case', body: { reasons }, ...said.choices.approve }
        : {
            command: 'reject-business-case',
            body: { reasons, next: choice },
            ...said.choices[choice === 'end the case' ? choice : 'back to the panel'],
            grave: choice === 'end the case',
          }
    }
  />
)
