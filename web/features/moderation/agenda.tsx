import { ActionButton } from '../../nhs/action-button.tsx'
import { More } from '../../nhs/more.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import type { Names } from '../people/names.ts'
import type { Matter } from './moderation.ts'
import { words } from './words.ts'

interface AgendaProps {
  open: Matter[]
  agenda: Matter[]
  names: Names
  onChange(agenda: Matter[]): void
}

const keyOf = ({ organisationId, criterionId }: Matter) => `${organisationId} ${criterionId}`

/** What of the open matters was discussed, and in what order. */
export function Agenda({ open, agenda, names, onChange }: AgendaProps) {
  const nameOf = (matter: Matter) => words.matter(names.place(matter.organisationId), matter.title ?? '')
  const moved = (index: number, by: number) => {
    const list = [...agenda]
    const [one] = list.splice(index, 1)
    if (one) list.splice(index + by, 0, one)
    onChange(list)
  }
  return (
    <>
      <Ticks
        id="agenda"
        label={words.hold.agenda}
        choices={open.map((matter) => ({ value: keyOf(matter), name: nameOf(matter) }))}
        value={agenda.map(keyOf)}
        onChange={(keys) => onChange(keys.flatMap((key) => open.find((matter) => keyOf(matter) === key) ?? []))}
      />
      {agenda.length > 1 && (
        <More title={words.hold.order}>
          <ol>
            {agenda.map((matter, index) => (
              <li key={keyOf(matter)}>
                {nameOf(matter)}
                <div className="nhsuk-button-group">
                  {index > 0 && (
                    <ActionButton small kind="secondary" onClick={() => moved(index, -1)}>
                      {words.hold.earlier}
                      <span className="nhsuk-u-visually-hidden">: {nameOf(matter)}</span>
                    </ActionButton>
                  )}
                  {index < agenda.length - 1 && (
                    <ActionButton small kind="secondary" onClick={() => moved(index, 1)}>
                      {words.hold.later}
                      <span className="nhsuk-u-visually-hidden">: {nameOf(matter)}</span>
                    </ActionButton>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </More>
      )}
    </>
  )
}
