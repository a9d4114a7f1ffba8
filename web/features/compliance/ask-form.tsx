import { CommandForm } from '../command-form/command-form.tsx'
import { words } from './words.ts'

const { ask } = words

/** The bidder's one chance: it is asked for the document that is missing. */
export const AskForm = ({ caseId, id }: { caseId: string; id: number }) => (
  <CommandForm
    caseId={caseId}
    name="ask-for-missing-document"
    about={String(id)}
    also={{ id }}
    fields={[{ name: 'document', label: ask.label, hint: ask.hint, missing: ask.missing }]}
    confirm={ask.confirm}
    done={ask.done}
  />
)
