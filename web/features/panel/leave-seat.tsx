import type { CaseView } from '../../../functions/api/answers/case.ts'
import { DeclineForm } from '../nomination/decline-form.tsx'
import { words } from './words.ts'

const said = words.leave

/** Before the scoring: nobody could take the seat afterwards. */
const beforeScoring = ['declarations', 'adjudication', 'compliance', 'missing document', 'substitute']

export const mayStillLeave = ({ life, wait }: Pick<CaseView, 'life' | 'wait'>): boolean =>
  ['panel-formation', 'specification', 'tender'].includes(life.stage) ||
  (life.stage === 'evaluation' && beforeScoring.includes(wait?.name ?? ''))

/** A member leaves the panel, with a reason. */
export function LeaveSeat({ caseId, onDone }: { caseId: string; onDone(heading: string): void }) {
  return (
    <section aria-labelledby="own-seat" className="nhsuk-u-reading-width">
      <h2 id="own-seat">{said.title}</h2>
      <p>{said.intro}</p>
      <DeclineForm caseId={caseId} command="decline-seat" said={said} onDone={() => onDone(said.declined)} />
    </section>
  )
}
