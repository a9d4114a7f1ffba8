import { useQuery } from '@tanstack/react-query'
import type { Meetings } from '../../../functions/api/answers/meeting.ts'
import { ChoiceField } from '../../nhs/fields.tsx'
import { londonDay, when } from '../../time.ts'
import { useView } from '../case/use-view.ts'
import { useClock } from '../locality-bar/use-clock.ts'
import { words } from './words.ts'

interface PlannedMeetingProps {
  caseId: string
  /** Only those of today in London. */
  today?: boolean
  /** The meeting's number, or nothing. */
  value: string
  /** @param day the day of the meeting, `2026-01-20` */
  onChange(id: string, day: string | undefined): void
}

/** Which of the planned meetings that have begun it was; nothing where there is none. */
export function PlannedMeeting({ caseId, today = false, value, onChange }: PlannedMeetingProps) {
  const { now } = useClock()
  const { data } = useQuery(useView<Meetings>(caseId, '/meetings', { live: false }))
  const day = londonDay(new Date(now).toISOString())
  const begun = (data?.meetings ?? []).filter(
    ({ startsAt, held, off }) =>
      !held && !off && Date.parse(startsAt) <= now && (!today || londonDay(startsAt) === day),
  )
  if (begun.length === 0) return null
  const { label, none, one } = words.held
  return (
    <ChoiceField
      id="planned"
      label={label}
      value={value}
      choices={[
        { value: '', name: none },
        ...begun.map(({ id, purpose, startsAt }) => ({
          value: String(id),
          name: one(words.purposes[purpose], when(startsAt)),
        })),
      ]}
      onChange={(id) => {
        const chosen = begun.find((meeting) => String(meeting.id) === id)
        onChange(id, chosen && londonDay(chosen.startsAt))
      }}
    />
  )
}
