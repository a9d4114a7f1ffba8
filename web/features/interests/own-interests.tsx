import { useState } from 'react'
import type { Declaration, Interest, Relation } from '../../../domain/register/declaration.ts'
import type { OwnInterests } from '../../../functions/api/answers/register.ts'
import { useKept } from '../../kept.ts'
import { More } from '../../nhs/more.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { at, when } from '../../time.ts'
import { useCommandAt } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { useNames } from '../people/use-names.ts'
import { AddInterest } from './add-interest.tsx'
import { AddRelation, noRelation } from './add-relation.tsx'
import { belongedInWords, interestInWords, relationInWords } from './interest-in-words.ts'
import { Removable } from './removable.tsx'
import { isBegun, untyped } from './typed-interest.ts'
import { words } from './words.ts'

const declared = ({ declaration }: OwnInterests): Interest[] =>
  declaration?.kind === 'interests' ? declaration.interests : []

const related = ({ declaration }: OwnInterests): Relation[] =>
  declaration?.kind === 'interests' ? (declaration.relations ?? []) : []

/** To have nothing to declare is a statement, and is told as one. */
const hasNothing = (own: OwnInterests): own is OwnInterests & { declaredAt: string } =>
  own.declaration?.kind === 'nothing to declare' && own.declaredAt !== undefined

/** Everything a person declares, on one page: look at it, change it, declare it. */
export function OwnInterestsForm({ own, onDone }: { own: OwnInterests; onDone(): void }) {
  const names = useNames()
  const [interests, setInterests, forget] = useKept<Interest[]>('interests', declared(own))
  const [relations, setRelations, forgetRelations] = useKept<Relation[]>('relations', related(own))
  const [interest, typeInterest, clearInterest] = useKept('interest', untyped)
  const [relation, typeRelation, clearRelation] = useKept('relation', noRelation)
  const [added, setAdded] = useState('')
  const command = useCommandAt('/api/register/declare-interests', () => {
    forget()
    forgetRelations()
    onDone()
  })
  const begun = [
    ...(isBegun(interest, untyped) ? [{ fieldId: 'organisation', detail: words.begun.interest }] : []),
    ...(isBegun(relation, noRelation) ? [{ fieldId: 'relative', detail: words.begun.relation }] : []),
  ]
  const send = (declaration: Declaration) => command.mutate({ declaration })
  const declare = () => send({ kind: 'interests', interests, ...(relations.length > 0 && { relations }) })
  const nothing = () => send({ kind: 'nothing to declare' })
  const changed = isBegun(interests, declared(own)) || isBegun(relations, related(own))
  const empty = interests.length + relations.length === 0
  const missing = own.suggested.filter(
    (one) => !interests.some((other) => other.organisationId === one.organisationId && other.kind === one.kind),
  )
  return (
    <div className="nhsuk-u-reading-width">
      <h1>{words.title}</h1>
      <p>{words.what}</p>
      <Standing own={own} />
      {missing.length > 0 && (
        <Notice title={words.suggested}>
          <p>{words.suggestedWhat}</p>
          <ul>
            {missing.map((one) => (
              <li key={`${one.organisationId} ${one.kind}`}>
                {interestInWords(one, names)}
                {one.source !== undefined && `. ${words.source(one.source)}`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {own.claims.length > 0 && (
        <Notice title={words.claims}>
          <p>{words.claimsWhat}</p>
          <ul>
            {own.claims.map(({ personId, name, kind }) => (
              <li key={`${personId} ${kind}`}>{words.claim[kind](name)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {own.suggestedRelations.length > 0 && (
        <Notice title={words.leftOut}>
          <p>{words.leftOutWhat}</p>
          <ul>
            {own.suggestedRelations.map((one) => (
              <li key={`${one.personId} ${one.kind}`}>{relationInWords(one, names)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {own.belonged.length > 0 && (
        <Notice title={words.belonged}>
          <p>{words.belongedWhat}</p>
          <ul>
            {own.belonged.map(({ organisationId, endedOn }) => (
              <li key={organisationId}>{belongedInWords(names.place(organisationId), endedOn)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <h2 id="declared">{words.now}</h2>
      {empty && <p>{hasNothing(own) ? words.hasNothing(when(own.declaredAt)) : words.none}</p>}
      <Removable
        of={interests}
        keyOf={({ organisationId, kind, detail }) => `${organisationId} ${kind} ${detail}`}
        inWords={(one) => interestInWords(one, names)}
        onChange={setInterests}
      />
      <Removable
        of={relations}
        keyOf={({ personId, kind }) => `${personId} ${kind}`}
        inWords={(one) => relationInWords(one, names)}
        onChange={setRelations}
      />
      <div role="status">
        {added !== '' && <p>{words.added(added)}</p>}
        {changed && <p className="nhsuk-inset-text">{words.undeclared}</p>}
      </div>
      <AddInterest
        typed={interest}
        setTyped={typeInterest}
        clear={clearInterest}
        onAdd={(one) => {
          setInterests([...interests, one])
          setAdded(interestInWords(one, names))
        }}
      />
      <AddRelation
        claimants={own.claims}
        typed={relation}
        setTyped={typeRelation}
        clear={clearRelation}
        onAdd={(one) => {
          setRelations([...relations, one])
          setAdded(relationInWords(one, names))
        }}
      />
      {/* At the end of what can be added: whoever adds something passes it. */}
      <CheckedForm
        label={words.end}
        command={command}
        faults={begun}
        field={() => 'declared'}
        send={empty ? nothing : declare}
        confirm={empty ? words.nothing : words.declare}
      >
        <h2>{words.end}</h2>
      </CheckedForm>
      {own.past.length > 0 && (
        <More title={words.past}>
          <ol>
            {own.past.map(({ sequence, at: then, told }) => (
              <li key={sequence}>
                {when(then)}: {names.in(told)}
              </li>
            ))}
          </ol>
        </More>
      )}
    </div>
  )
}

function Standing({ own: { status, expiresAt } }: { own: OwnInterests }) {
  if (status === 'never' || expiresAt === undefined) return <p>{words.status.never}</p>
  const said = words.status[status](at(expiresAt))
  return status === 'current' ? <p>{said}</p> : <Notice title={words.title}>{<p>{said}</p>}</Notice>
}
