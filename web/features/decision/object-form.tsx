import { CommandForm } from '../command-form/command-form.tsx'
import { useAttachments } from '../documents/use-attachments.tsx'
import { words } from './words.ts'

const { outcome, objections } = words

/** A bidder objects to the outcome, with documents. */
export function ObjectForm({ caseId }: { caseId: string }) {
  const attachments = useAttachments(`/api/cases/${caseId}/representation-parts`, objections.documents)
  return (
    <CommandForm
      caseId={caseId}
      name="make-representation"
      fields={[{ name: 'text', label: outcome.text, hint: outcome.hint, missing: outcome.noText }]}
      attachments={attachments}
      confirm={outcome.confirm}
      done={outcome.done}
    />
  )
}
