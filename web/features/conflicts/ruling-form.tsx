import { useQueryClient } from '@tanstack/react-query'
import { Problem } from '../../api.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { More } from '../../nhs/more.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { useHeadingInFocus } from '../../title.ts'
import { fieldOf } from '../case/command-problem.tsx'
import { useChecking } from '../case/use-checking.ts'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { RulingFields, RulingInWords } from './ruling-fields.tsx'
import { words } from './words.ts'

const said = words.ruling
/** `read`: what was open when the first word was typed. */
const empty = { ruling: '', reasons: '', mitigation: '', soleExpertIn: '', read: [] as string[] }

/** A finding that waits for a ruling, and what a ruling on it names. */
export interface Open {
  reading: string
  evidence: string
}

interface RulingFormProps {
  caseId: string
  person: string
  open: Open[]
  /** Which the case needs. */
  skills: string[]
  onDone(): void
}

/** The ruling on one person’s flagged interests: cleared, managed or barred, with reasons. It is on what was read, and nothing else. */
export function RulingForm({ caseId, person, open, skills, onDone }: RulingFormProps) {
  const queries = useQueryClient()
  const [typed, setTyped, forget] = useKept(`ruling:${caseId}:${person}`, empty)
  const id = (field: string) => `${field}-${person}`
  const command = useCommand(caseId, 'adjudicate-interest', () => {
    forget()
    onDone()
  })
  const now = open.map(({ reading }) => reading)
  const read = typed.read.length > 0 ? typed.read : now
  const changed = [...read].sort().join() !== [...now].sort().join()
  const set = (some: Partial<typeof empty>) => setTyped({ ...typed, read, ...some })
  const body = () => {
    const { ruling, reasons, mitigation, soleExpertIn } = typed
    const managed = ruling === 'managed'
    return {
      ...{ person, ruling, read, reasons },
      ...(managed && { mitigation }),
      ...(managed && soleExpertIn !== '' && { soleExpertIn }),
    }
  }
  const faults = [
    ...(changed ? [{ fieldId: id('read'), detail: words.fault.read }] : []),
    ...(typed.ruling === '' ? [{ fieldId: id('ruling'), detail: words.fault.ruling }] : []),
    ...(typed.reasons.trim() === '' ? [{ fieldId: id('reasons'), detail: words.fault.reasons }] : []),
    ...(typed.ruling === 'managed' && typed.mitigation.trim() === ''
      ? [{ fieldId: id('mitigation'), detail: words.fault.mitigation }]
      : []),
  ]
  const [wantsCheck, setCheck] = useChecking(id('ruling'))
  // An address that says so is not enough: what is checked must be there, and on what is open now.
  const checking = wantsCheck && faults.length === 0
  const heading = useHeadingInFocus(checking)
  const send = () => {
    if (!checking) setCheck(true)
    else
      command.mutate(body(), {
        onError: (error) => {
          if (error instanceof Problem && error.code === 'Stale') void queries.invalidateQueries()
          // What is wrong with a ruling is put right in its fields.
          else if (error instanceof Problem && error.status < 500) void setCheck(false)
        },
      })
  }
  return (
    <More title={said.title} open={typed.read.length > 0}>
      <CheckedForm
        command={command}
        faults={faults}
        field={(pointer) => id(fieldOf(pointer))}
        send={send}
        typed={[typed.reasons, typed.mitigation].join('\n')}
        confirm={checking ? said.confirm : said.continue}
        beside={
          checking && (
            <ActionButton kind="secondary" onClick={() => setCheck(false)}>
              {said.change}
            </ActionButton>
          )
        }
      >
        {changed && (
          <Notice title={said.changed}>
            <p>{said.changedWhat}</p>
          </Notice>
        )}
        <p>{said.on}</p>
        <ul id={id('read')} tabIndex={-1}>
          {open.map(({ reading, evidence }) => (
            <li key={reading}>{read.includes(reading) ? evidence : said.isNew(evidence)}</li>
          ))}
        </ul>
        {changed && (
          <ActionButton
            kind="secondary"
            small
            onClick={() => {
              // Whoever reads something new may want to say something else.
              if (wantsCheck) setCheck(false)
              set({ read: now })
              command.reset()
            }}
          >
            {said.read}
          </ActionButton>
        )}
        {checking ? (
          <>
            <h3 ref={heading} tabIndex={-1}>
              {said.check}
            </h3>
            <RulingInWords typed={typed} />
          </>
        ) : (
          <RulingFields id={id} typed={typed} skills={skills} onChange={set} />
        )}
      </CheckedForm>
    </More>
  )
}
