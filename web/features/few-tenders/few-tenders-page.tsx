import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { viewFewTenders } from '../../../domain/tender/few-tenders.ts'
import type { Problem } from '../../api.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { BackLink } from '../../nhs/back-link.tsx'
import { Facts } from '../../nhs/facts.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import { problemOf } from '../../problem-of.ts'
import { useTitle } from '../../title.ts'
import { words as caseWords } from '../case/words.ts'
import { useNames } from '../people/use-names.ts'
import { useSession } from '../session/session.tsx'
import { SignInNeeded } from '../session/sign-in-needed.tsx'
import { words } from './words.ts'

type FewTenders = ReturnType<typeof viewFewTenders>

export function FewTendersPage() {
  return (
    <SignInNeeded>
      <Few />
    </SignInNeeded>
  )
}

/** How the panel goes on with no tender, or with one. */
function Few() {
  const { caseId } = useParams({ from: '/cases/$caseId/few-tenders' })
  const { status, personId, ask } = useSession()
  const { data, error } = useQuery({
    queryKey: ['few-tenders', personId, caseId],
    queryFn: () => ask<FewTenders>(`/api/cases/${caseId}/few-tenders`),
    enabled: status === 'signed in',
  })
  useTitle(words.title)
  return (
    <>
      <BackLink to="/cases/$caseId" params={{ caseId }}>
        {caseWords.back}
      </BackLink>
      {error && <ProblemSummary {...problemOf(error)} />}
      <h1>{words.title}</h1>
      {data && <p className="nhsuk-u-reading-width">{data.few ? words.intro(data.tenders) : words.several}</p>}
      {data?.chosen && (
        <Facts
          facts={[
            [words.chosen, words.choices[data.chosen.choice]],
            [words.reasons, data.chosen.reasons],
          ]}
        />
      )}
      {data?.few && !data.chosen && <ChoiceForm caseId={caseId} few={data} />}
    </>
  )
}

function ChoiceForm({ caseId, few }: { caseId: string; few: FewTenders }) {
  const { ask } = useSession()
  const names = useNames()
  const queries = useQueryClient()
  const [once, setOnce] = useState(() => crypto.randomUUID())
  const [choice, setChoice] = useState<string>(few.choices[0] ?? 're-tender')
  const [reasons, setReasons] = useState('')
  const [present, setPresent] = useState<string[]>(few.members)
  const decide = useMutation<unknown, Problem>({
    mutationFn: () =>
      ask(`/api/cases/${caseId}/decide-on-few-tenders`, { command: { body: { choice, reasons, present }, once } }),
    onSettled: () => setOnce(crypto.randomUUID()),
    onSuccess: () => queries.invalidateQueries(),
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!decide.isPending) decide.mutate()
  }
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      {decide.error && (
        <ProblemSummary
          {...problemOf(decide.error)}
          faults={(decide.error.faults ?? []).map(({ pointer, detail }) => ({
            detail,
            fieldId: pointer.split('/')[1],
          }))}
        />
      )}
      <ChoiceField
        id="choice"
        label={words.choice}
        value={choice}
        choices={few.choices.map((value) => ({ value, name: words.choices[value] }))}
        onChange={setChoice}
      />
      <WordsField id="reasons" label={words.reasons} hint={words.reasonsHint} value={reasons} onChange={setReasons} />
      <Ticks
        id="present"
        label={words.present}
        choices={few.members.map((id) => ({ value: id, name: names.party({ kind: 'person', id }) }))}
        value={present}
        onChange={setPresent}
      />
      <ActionButton submit busy={decide.isPending}>
        {decide.isPending ? words.recording : words.confirm}
      </ActionButton>
    </form>
  )
}
