import type { Organisation } from '../../../domain/locality/locality.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { isoOf, onDate } from '../../time.ts'
import type { movedIn, OrganisationField } from './organisation-draft.ts'
import { linesOf, type TypedOrganisation } from './typed-organisation.ts'
import { words } from './words.ts'

const said = words.organisation

interface MovedProps {
  moved: ReturnType<typeof movedIn>
  /** What the register says now. */
  now: TypedOrganisation
  organisations: Organisation[]
  areas: { id: string; name: string }[]
  onGoOn(): void
  onStartAgain(): void
}

/** What others have changed of an organisation since somebody began to change it, before theirs is recorded over it. */
export function Moved({ moved, now, organisations, areas, onGoOn, onStartAgain }: MovedProps) {
  return (
    <div id="moved" tabIndex={-1}>
      <Notice title={said.moved}>
        <p>{said.movedWhat}</p>
        <ul>
          {moved.map(({ field, alsoTyped }) => (
            <li key={field}>
              {said.nowSays(said.fields[field], inWords(field, now, organisations, areas))}
              {alsoTyped && ` ${said.bothChanged}`}
            </li>
          ))}
        </ul>
        <div className="nhsuk-button-group">
          <ActionButton small onClick={onGoOn}>
            {said.goOn}
          </ActionButton>
          <ActionButton kind="secondary" small onClick={onStartAgain}>
            {said.startAgain}
          </ActionButton>
        </div>
      </Notice>
    </div>
  )
}

function inWords(
  field: OrganisationField,
  now: TypedOrganisation,
  organisations: MovedProps['organisations'],
  areas: MovedProps['areas'],
): string {
  const nameIn = (all: readonly { id: string; name: string }[], id: string) =>
    all.find((one) => one.id === id)?.name ?? id
  const several = (all: string[]) => (all.length === 0 ? said.nothing : all.join('; '))
  switch (field) {
    case 'name':
      return now.name
    case 'kind':
      return words.organisations.kinds[now.kind]
    case 'aliases':
    case 'formerNames':
      return several(linesOf(now[field]))
    case 'owns':
      return several(
        now.owns.map(({ organisationId, share }) => `${share}% of ${nameIn(organisations, organisationId)}`),
      )
    case 'owned':
      return several(
        now.owned.map(({ organisationId, share, ended }) =>
          said.heldUntil(share, nameIn(organisations, organisationId), onDate(isoOf(ended))),
        ),
      )
    case 'served':
      return several(now.served.map(({ area, ended }) => said.servedUntil(nameIn(areas, area), onDate(isoOf(ended)))))
    case 'areas':
    case 'intends':
      return several(now[field].map((area) => nameIn(areas, area)))
  }
}
