import type { Interest } from '../../../domain/register/declaration.ts'
import type { Registered } from '../../../functions/api/answers/register.ts'
import { Mark } from '../../nhs/mark.tsx'
import { More } from '../../nhs/more.tsx'
import { at } from '../../time.ts'
import { belongedInWords, interestInWords, relationInWords } from '../interests/interest-in-words.ts'
import type { Names } from '../people/names.ts'
import { StrikeForm } from './strike-form.tsx'
import { words } from './words.ts'

const said = words.people

interface DeclaredProps {
  people: Registered[]
  names: Names
  mayStrike: boolean
  onStruck(told: string): void
}

/** What everybody declared, until when it holds, and what others say of them. */
export function Declared({ people, names, mayStrike, onStruck }: DeclaredProps) {
  const rows = [...people].sort((one, other) => one.name.localeCompare(other.name))
  return (
    <section aria-labelledby="people">
      <h2 id="people">{said.title}</h2>
      {rows.map((one) => (
        <More key={one.person} title={said.one(one.name, said.status[one.status], notStoodBy(one))}>
          <p>
            <Mark tone={said.tones[one.status]}>{said.status[one.status]}</Mark>{' '}
            {one.expiresAt !== undefined && said.until(at(one.expiresAt))}
          </p>
          <Entry of={one} names={names} />
          {notDeclared(one, names).map(({ entry, told, why }) => (
            <div key={entry}>
              <p>
                {told} {why}
              </p>
              {mayStrike && (
                <StrikeForm
                  command="strike-interest"
                  person={one.person}
                  entry={entry}
                  onDone={() => onStruck(words.struck)}
                />
              )}
            </div>
          ))}
          {one.droppedRelations.map(({ entry, ...relation }) => (
            <div key={entry}>
              <p>
                {said.droppedRelation(relationInWords(relation, names, words.relations))} {said.droppedRelationWhat}
              </p>
              {mayStrike && (
                <StrikeForm
                  command="strike-relation"
                  person={one.person}
                  entry={entry}
                  onDone={() => onStruck(words.relationStruck)}
                />
              )}
            </div>
          ))}
        </More>
      ))}
    </section>
  )
}

/** What others say of a person, and why. */
function notDeclared(
  { recorded, dropped, belonged }: Registered,
  names: Names,
): { entry: string; told: string; why: string }[] {
  const suggested = (interest: Interest) => said.suggested(interestInWords(interest, names, words.kinds))
  return [
    ...recorded.map((one) => ({ entry: one.entry, told: suggested(one), why: said.knownFrom(one.source) })),
    ...dropped.map((one) => ({ entry: one.entry, told: suggested(one), why: said.dropped })),
    ...belonged.map(({ entry, organisationId, endedOn }) => ({
      entry,
      told: said.belonged(belongedInWords(names.place(organisationId), endedOn)),
      why: said.belongedWhat,
    })),
  ]
}

const notStoodBy = ({ recorded, dropped, droppedRelations }: Registered): number =>
  recorded.length + dropped.length + droppedRelations.length

function Entry({ of: { declaration }, names }: { of: Registered; names: Names }) {
  if (!declaration) return <p>{said.never}</p>
  if (declaration.kind === 'nothing to declare') return <p>{said.nothing}</p>
  return (
    <ul>
      {declaration.interests.map((one) => (
        <li key={`${one.organisationId} ${one.kind} ${one.detail}`}>{interestInWords(one, names, words.kinds)}</li>
      ))}
      {(declaration.relations ?? []).map((one) => (
        <li key={`${one.personId} ${one.kind}`}>{relationInWords(one, names, words.relations)}</li>
      ))}
    </ul>
  )
}
