import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ListTable } from '../../nhs/list-table.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { when } from '../../time.ts'
import { useTitle } from '../../title.ts'
import { CommandProblem } from '../case/command-problem.tsx'
import { useMe } from '../people/use-names.ts'
import { useSession } from '../session/session.tsx'
import { OwnProposals } from '../waiting/own-cases.tsx'
import { proposersOf } from './proposers.ts'
import { type Draft, useDraftsQuery } from './use-drafts.ts'
import { words } from './words.ts'

const said = words.list

/** What a person is writing, what they submitted, and the way to begin. */
export function Proposals() {
  const { ask } = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { data: me } = useMe()
  const { data: drafts } = useQuery(useDraftsQuery())
  const [removing, setRemoving] = useState<Draft>()
  useTitle(said.title)
  const [proposer] = me ? proposersOf(me.person) : []
  const begin = useMutation<Draft, Error>({
    mutationFn: () => ask<Draft>('/api/drafts', { command: { body: { proposer }, once: crypto.randomUUID() } }),
    onSuccess: ({ id }) => navigate({ to: '/proposals/$draftId', params: { draftId: id } }),
  })
  const remove = useMutation<unknown, Error, string>({
    mutationFn: (id) => ask(`/api/drafts/${id}`, { remove: true }),
    onSuccess: async () => {
      setRemoving(undefined)
      await queries.invalidateQueries({ queryKey: ['drafts'] })
    },
  })
  if (!me || !drafts) return <h1>{said.title}</h1>
  if (!proposer)
    return (
      <>
        <h1>{said.title}</h1>
        <p>{said.notYours}</p>
      </>
    )
  const titleOf = ({ id, form }: Draft): string => {
    const returned = me.proposals.find(({ caseId }) => caseId === id)
    if (returned) return said.correction(returned.title)
    return typeof form['title'] === 'string' && form['title'].trim() !== '' ? form['title'] : said.untitled
  }
  return (
    <>
      <CommandProblem error={begin.error ?? remove.error} />
      <h1>{said.title}</h1>
      <p className="nhsuk-u-reading-width">{said.intro}</p>
      <ActionButton busy={begin.isPending} onClick={() => begin.mutate()}>
        {said.begin}
      </ActionButton>
      {removing && (
        <Notice title={said.remove}>
          <p>{said.removing(titleOf(removing))}</p>
          <div className="nhsuk-button-group">
            <ActionButton kind="warning" small busy={remove.isPending} onClick={() => remove.mutate(removing.id)}>
              {said.removeConfirm}
            </ActionButton>
            <ActionButton kind="secondary" small onClick={() => setRemoving(undefined)}>
              {said.keep}
            </ActionButton>
          </div>
        </Notice>
      )}
      <h2>{said.drafts}</h2>
      {drafts.drafts.length === 0 && <p>{said.noDrafts}</p>}
      {drafts.drafts.length > 0 && (
        <ListTable
          caption={said.draftsCaption}
          rows={drafts.drafts}
          keyOf={({ id }) => id}
          columns={[
            {
              head: said.columns.title,
              cell: (draft) => (
                <Link to="/proposals/$draftId" params={{ draftId: draft.id }}>
                  {titleOf(draft)}
                </Link>
              ),
            },
            { head: said.columns.saved, cell: ({ savedAt }) => when(savedAt) },
            {
              head: said.columns.remove,
              cell: (draft) => (
                <ActionButton kind="secondary" small onClick={() => setRemoving(draft)}>
                  {said.remove}
                </ActionButton>
              ),
            },
          ]}
        />
      )}
      <OwnProposals me={me} title={said.submitted} />
    </>
  )
}
