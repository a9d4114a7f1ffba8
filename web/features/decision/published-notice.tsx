import { More } from '../../nhs/more.tsx'
import { onDate } from '../../time.ts'
import { CommandForm } from '../command-form/command-form.tsx'
import type { DecisionView } from './decision.ts'
import { words } from './words.ts'

interface PublishedNoticeProps {
  caseId: string
  decision: DecisionView
  /** They are of the secretariat. */
  mayRecord: boolean
}

/** When the notice was published on the national platform, from which the standstill of the law counts. */
export function PublishedNotice({ caseId, decision: { published, noticeDue }, mayRecord }: PublishedNoticeProps) {
  const { notice } = words
  return (
    <section aria-labelledby="notice">
      <h2 id="notice">{notice.title}</h2>
      <p className="nhsuk-u-reading-width">
        {published ? notice.published(onDate(published.on), published.reference) : noticeDue ? notice.due : notice.none}
      </p>
      {mayRecord && (
        <More title={notice.confirm}>
          <p className="nhsuk-u-reading-width">{notice.about}</p>
          <CommandForm
            caseId={caseId}
            name="record-notice"
            about={published?.at ?? ''}
            fields={[
              { name: 'on', label: notice.on, missing: notice.noOn, date: true },
              {
                name: 'reference',
                label: notice.reference,
                hint: notice.hint,
                missing: notice.noReference,
                line: true,
              },
            ]}
            confirm={notice.confirm}
            done={notice.done}
          />
        </More>
      )}
    </section>
  )
}
