import type { Declaration, Interest, Relation } from '../../../domain/register/declaration.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { More } from '../../nhs/more.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { at, when } from '../../time.ts'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommandAt } from '../case/use-command.ts'
import { useNames } from '../people/use-names.ts'
import { AddInterest } from './add-interest.tsx'
import { AddRelation } from './add-relation.tsx'
import { interestInWords, relationInWords } from './interest-in-words.ts'
import { Removable } from './removable.tsx'
import type { OwnInterests } from './use-interests.ts'
import { words } from './words.ts'

const declared = ({ declaration }: OwnInterests): Interest[] =>
  declaration?.kind === 'interests' ? declaration.interests : []

const related = ({ declaration }: OwnInterests): Relation[] =>
  declaration?.kind === 'interests' ? (declaration.relations ?? []) : []

/** Everything a person declares, on one page: look at it, change it, declare it. */
export function OwnInterestsForm({ own, onDone }: { own: OwnInterests; onDone(): void }) {
  const names = useNames()
  const [interests, setInterests, forget] = useKept<Interest[]>(`interests:${own.version}`, declared(own))
  const [relations, setRelations, forgetRelations] = useKept<Relation[]>(`relations:${own.version}`, related(own))
  const command = useCommandAt('/api/register/declare-interests', () => {
    forget()
    forgetRelations()
    onDone()
  })
  const send = (declaration: Declaration) => command.mutate({ declaration })
  const declare = () => send({ kind: 'interests', interests, ...(relations.length > 0 && { relations }) })
  const nothing = () => send({ kind: 'nothing to declare' })
  const empty = interests.length + relations.length === 0
  const missing = own.suggested.filter(
    (one) => !interests.some((other) => other.organisationId === one.organisationId && other.kind === one.kind),
  )
  return (
    <div className="nhsuk-u-reading-width">
      <CommandProblem error={command.error} field={() => 'declared'} />
      <h1>{words.title}</h1>
      <p>{words.what}</p>
      <Standing own={own} />
      {missing.length > 0 && (
        <Notice title={words.suggested}>
          <p>{words.suggestedWhat}</p>
          <ul>
            {missing.map((one) => (
              <li key={`${one.organisationId} ${one.kind}`}>{interestInWords(one, names)}</li>
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
      <h2 id="declared">{words.now}</h2>
      {empty && <p>{words.none}</p>}
      <ul>
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
      </ul>
      <div className="nhsuk-button-group">
        {!empty ? (
          <ActionButton busy={command.isPending} onClick={declare}>
            {command.isPending ? words.declaring : words.declare}
          </ActionButton>
        ) : (
          <ActionButton busy={command.isPending} onClick={nothing}>
            {command.isPending ? words.declaring : words.nothing}
          </ActionButton>
        )}
      </div>
      <AddInterest onAdd={(interest) => setInterests([...interests, interest])} />
      <AddRelation onAdd={(relation) => setRelations([...relations, relation])} />
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
