import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Problem } from '../../api.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { at } from '../../time.ts'
import { useHeadingInFocus } from '../../title.ts'
import { useChecking } from '../case/use-checking.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { useSession } from '../session/session.tsx'
import { CheckTender } from './check-tender.tsx'
import { KeptDraft } from './kept-draft.tsx'
import type { OwnTender } from './notice.ts'
import { Replacing } from './replacing.tsx'
import { type Draft, draftName, holdsWords } from './sealing/draft.ts'
import { faultsOf, sealedTender } from './sealing/sealed-tender.ts'
import { useDraft } from './sealing/use-draft.ts'
import { useUploads } from './sealing/use-uploads.ts'
import { TenderFields } from './tender-fields.tsx'
import { words } from './words.ts'

/** Everything a tender holds, in its two envelopes; checked here, sealed here, and only then submitted. */
export function WriteTender({ own, personId }: { own: OwnTender; personId: string }) {
  const { caseId, round, organisationId, publicKeys, criteria } = own
  const { write } = words
  const { ask } = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { keeper, draft, kept } = useDraft(draftName(personId, own))
  const change = (to: (before: Draft) => Draft) => keeper.change(to)
  const whose = { caseId, round, organisationId }
  const { states, stop, stopAll } = useUploads({ draft, keeper, publicKeys, whose })
  const sealed = useRef<{ of: Draft; body: unknown; once: string }>(undefined)
  const submit = useMutation<unknown, Problem>({
    mutationFn: async () => {
      const now = await keeper.keep()
      // Sealed again, it is another command, for each sealing has keys of its own: where no answer came, the same is sent again.
      if (sealed.current?.of !== now)
        sealed.current = { of: now, body: await sealedTender(now, publicKeys, whose), once: crypto.randomUUID() }
      const { body, once } = sealed.current
      return ask(`/api/cases/${caseId}/submit-tender`, { command: { body, once } })
    },
    onSettled: (_, problem) => {
      if (problem && problem.status !== 0 && problem.status < 500) sealed.current = undefined
    },
    onSuccess: async () => {
      await queries.invalidateQueries()
      await navigate({
        to: '/tenders/$caseId/receipt',
        params: { caseId },
        state: { said: own.tender ? words.receipt.replaced : words.receipt.submitted },
      })
    },
  })
  const [wantsCheck, setCheck] = useChecking('tender')
  const wrong = draft ? faultsOf(draft, { criteria }, write.faults) : []
  // An address that says so is not enough: what is checked must be there.
  const checking = wantsCheck && draft !== undefined && wrong.length === 0
  const heading = useHeadingInFocus(checking)
  if (!draft) return <h1>{write.title}</h1>
  return (
    <CheckedForm
      command={submit}
      faults={wrong}
      // What was sealed has no fields any more.
      field={() => undefined}
      send={() => (checking ? submit.mutate() : setCheck(true))}
      confirm={checking ? write.submit : write.check}
      beside={
        checking && (
          <ActionButton kind="secondary" onClick={() => setCheck(false)}>
            {write.change}
          </ActionButton>
        )
      }
    >
      <h1 ref={heading} tabIndex={-1}>
        <span className="nhsuk-caption-l">{own.title}</span>
        {checking ? write.checking : own.tender ? words.own.replace : write.title}
      </h1>
      {own.deadline && <p>{write.due(at(own.deadline))}</p>}
      <Replacing own={own} personId={personId} begun={holdsWords(draft)} />
      {!checking && (
        <KeptDraft
          kept={kept}
          forget={() => {
            stopAll()
            return keeper.forget()
          }}
        />
      )}
      {checking ? (
        <CheckTender draft={draft} criteria={criteria} />
      ) : (
        <TenderFields criteria={criteria} draft={draft} change={change} states={states} stop={stop} />
      )}
    </CheckedForm>
  )
}
