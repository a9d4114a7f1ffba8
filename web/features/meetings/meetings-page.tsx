import { getRouteApi, Link } from '@tanstack/react-router'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import type { Meetings } from '../../../functions/api/answers/meeting.ts'
import { Notice } from '../../nhs/notice.tsx'
import { CasePart } from '../case/case-part.tsx'
import { useClock } from '../locality-bar/use-clock.ts'
import { useNames } from '../people/use-names.ts'
import { MeetingCard } from './meeting-card.tsx'
import { MeetingForm } from './meeting-form.tsx'
import { words } from './words.ts'

const route = getRouteApi('/cases/$caseId/meetings')

export function MeetingsPage() {
  const { caseId } = route.useParams()
  return (
    <CasePart<Meetings> caseId={caseId} title={words.title} path="/meetings">
      {(view, theCase) => <MeetingList view={view} theCase={theCase} />}
    </CasePart>
  )
}

/** What is to come, what is over, and for who organises it the next one. */
function MeetingList({ view: { meetings, members, people }, theCase }: { view: Meetings; theCase: CaseView }) {
  const { now } = useClock()
  const names = useNames(people)
  const toCome = meetings.filter(({ endsAt, off, held }) => !off && !held && Date.parse(endsAt) > now)
  const rest = meetings.filter((one) => !toCome.includes(one)).toReversed()
  const card = (meeting: (typeof meetings)[number]) => (
    <MeetingCard
      key={meeting.id}
      caseId={theCase.caseId}
      meeting={meeting}
      now={now}
      may={theCase.may}
      members={members.map((id) => ({ value: id, name: names.party({ kind: 'person', id }) }))}
      nameOf={(id) => names.party({ kind: 'person', id })}
    />
  )
  return (
    <>
      <p className="nhsuk-u-reading-width">{words.intro}</p>
      {theCase.life.status === 'paused' && <Notice title={words.title}>{words.paused}</Notice>}
      <p>
        <Link to="/calendar">{words.calendar}</Link>
      </p>
      <h2>{words.toCome}</h2>
      {toCome.length === 0 && <p>{words.none}</p>}
      {toCome.map(card)}
      {theCase.may.includes('plan-meeting') &&
        theCase.life.status === 'open' &&
        theCase.life.stage !== 'after-award' && (
          <section aria-labelledby="plan">
            <h2 id="plan">{words.plan.title}</h2>
            <MeetingForm caseId={theCase.caseId} />
          </section>
        )}
      {rest.length > 0 && <h2>{words.past}</h2>}
      {rest.map(card)}
    </>
  )
}
