import { More } from '../../nhs/more.tsx'
import { CommandForm } from '../command-form/command-form.tsx'
import { useAttachments } from '../documents/use-attachments.tsx'
import { words } from './words.ts'

/** The secretariat records a representation that was received otherwise, with what came with it. */
export function Received({ caseId, about, awarded }: { caseId: string; about: string; awarded: boolean }) {
  const { received, ways, documents } = words.objections
  const attachments = useAttachments(`/api/cases/${caseId}/representation-parts`, documents)
  return (
    <More title={received.title}>
      <p className="nhsuk-u-reading-width">{received.about}</p>
      {awarded && <p className="nhsuk-u-reading-width">{received.awarded}</p>}
      <CommandForm
        caseId={caseId}
        name="record-representation"
        about={about}
        fields={[
          { name: 'from', label: received.from, missing: received.noFrom, line: true },
          {
            name: 'way',
            label: received.way,
            missing: received.noWay,
            choices: Object.entries(ways).map(([value, name]) => ({ value, name })),
          },
          { name: 'on', label: received.on, missing: received.noOn, date: true },
          { name: 'time', label: received.time, hint: received.timeHint, missing: received.noTime, line: true },
          { name: 'text', label: received.text, missing: received.noText },
        ]}
        attachments={attachments}
        confirm={received.confirm}
        done={awarded ? received.doneAfterAward : received.done}
        {...(awarded && { check: received.check })}
      />
    </More>
  )
}
