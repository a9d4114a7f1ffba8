import { Clash } from '../autosave/clash.tsx'
import { SaveLine } from '../autosave/save-line.tsx'
import { useDraftPaper } from './paper.tsx'
import { FieldSummary } from './section-summary.tsx'

/** Whether the draft is saved; and what was also changed elsewhere, each with the choice that it waits for. */
export function DraftSaved() {
  const { paper, view } = useDraftPaper()
  return (
    <>
      <SaveLine states={[view.state]} />
      <div id="versions" tabIndex={-1}>
        {Object.entries(view.clashes).map(([field, { theirs }]) => (
          <Clash
            key={field}
            here={<FieldSummary field={field} value={view.entries[field]} />}
            elsewhere={<FieldSummary field={field} value={theirs} />}
            onChoose={(which) => paper.choose(field, which)}
          />
        ))}
      </div>
    </>
  )
}
