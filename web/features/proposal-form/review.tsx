import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { BackLink } from '../../nhs/back-link.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { useTitle } from '../../title.ts'
import type { SaveState } from '../autosave/autosave.ts'
import { askOnce } from '../case/ask-once.ts'
import { CommandProblem } from '../case/command-problem.tsx'
import { useSession } from '../session/session.tsx'
import { DraftSaved } from './draft-saved.tsx'
import { FaultLinks } from './fault-links.tsx'
import { useDraftPaper } from './paper.tsx'
import { SectionSummary } from './section-summary.tsx'
import { sectionNames } from './sections.ts'
import { useReturned } from './use-returned.ts'
import { words } from './words.ts'

const route = getRouteApi('/proposals/$draftId/review')
const said = words.review

/** Everything that was written, once more; what is missing, all of it; then it is submitted. */
export function Review() {
  const { id, paper, view, faults, faultsNow } = useDraftPaper()
  const returned = useReturned(id)
  const { ask } = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { check } = route.useSearch()
  const [unsaved, setUnsaved] = useState(false)
  useTitle(said.title)
  const submit = useMutation<void, Error>({
    mutationFn: async () => {
      if (!returned) return askOnce(ask, `/api/drafts/${id}/submit`, {})
      await askOnce(ask, `/api/cases/${id}/${returned.command}`, { form: paper.view().entries })
      await ask(`/api/drafts/${id}`, { remove: true })
    },
    onSuccess: async () => {
      paper.submitted()
      await navigate({
        to: '/cases/$caseId',
        params: { caseId: id },
        state: { said: returned ? said.resubmitted : said.done },
      })
      await queries.invalidateQueries()
    },
  })
  const send = async () => {
    if (submit.isPending) return
    const saved = await paper.agrees()
    setUnsaved(!saved)
    // In the address, so that the list is there again for who comes back from a field.
    await navigate({ to: '.', search: { check: true }, replace: true })
    if (saved && faultsNow().length === 0) submit.mutate()
  }
  return (
    <>
      <BackLink to="/proposals/$draftId" params={{ draftId: id }}>
        {words.section.back}
      </BackLink>
      <CommandProblem error={submit.error} />
      {unsaved && <NotSaved state={view.state.kind} />}
      {check && faults.length > 0 && <FaultLinks />}
      <h1>{said.title}</h1>
      <DraftSaved />
      {sectionNames.map((section) => (
        <section key={section} aria-labelledby={section}>
          <h2 id={section} className="nhsuk-heading-m nhsuk-u-margin-bottom-1">
            {words.sections[section].title}
          </h2>
          <p>
            <Link to="/proposals/$draftId/$section" params={{ draftId: id, section }} search={{ check: true }}>
              {said.change}
              <span className="nhsuk-u-visually-hidden"> {words.sections[section].title}</span>
            </Link>
          </p>
          <SectionSummary section={section} form={view.entries} />
        </section>
      ))}
      <p className="nhsuk-u-reading-width">{said.promise}</p>
      <ActionButton busy={submit.isPending} onClick={send}>
        {submit.isPending ? said.submitting : returned ? said.resubmit : said.submit}
      </ActionButton>
    </>
  )
}

/** Only what is saved would be submitted. */
function NotSaved({ state }: { state: SaveState['kind'] }) {
  const { title, detail, choose } = said.unsaved
  return (
    <ProblemSummary
      title={title}
      detail={state === 'clash' ? detail.clash : state === 'saved' ? detail.changed : detail.unsaved}
      faults={state === 'clash' ? [{ detail: choose, fieldId: 'versions' }] : []}
    />
  )
}
