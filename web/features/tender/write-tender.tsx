import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import type { Problem } from '../../api.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { PriceField } from '../../nhs/price-field.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { Tick } from '../../nhs/tick.tsx'
import { problemOf } from '../../problem-of.ts'
import { at } from '../../time.ts'
import { useSession } from '../session/session.tsx'
import { DocumentsField } from './documents-field.tsx'
import { KeptDraft } from './kept-draft.tsx'
import type { OwnTender } from './notice.ts'
import { PartnersField } from './partners-field.tsx'
import { type Draft, draftName } from './sealing/draft.ts'
import { type Fault, faultsOf, sealedTender } from './sealing/sealed-tender.ts'
import { useDraft } from './sealing/use-draft.ts'
import { useUploads } from './sealing/use-uploads.ts'
import { Criterion } from './tender-notice.tsx'
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
  const [faults, setFaults] = useState<Fault[]>([])
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
      await navigate({ to: '/tenders/$caseId/receipt', params: { caseId } })
    },
  })
  if (!draft) return null
  const faultAt = (fieldId: string) => faults.find((fault) => fault.fieldId === fieldId)?.detail
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (submit.isPending) return
    const found = faultsOf(draft, { criteria }, write.faults)
    setFaults(found)
    if (found.length === 0) submit.mutate()
  }
  const documents = (half: 'quality' | 'price', label: string) => (
    <DocumentsField
      half={half}
      label={label}
      documents={draft.documents[half]}
      states={states}
      change={change}
      onRemove={stop}
    />
  )
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      {submit.error && (
        <ProblemSummary
          {...problemOf(submit.error)}
          faults={(submit.error.faults ?? []).map(({ detail }) => ({ detail }))}
        />
      )}
      {faults.length > 0 && <ProblemSummary title={write.faults.title} detail={write.faults.detail} faults={faults} />}
      <h1>
        <span className="nhsuk-caption-l">{own.title}</span>
        {own.tender ? words.own.replace : write.title}
      </h1>
      {own.tender && (
        <Notice title={write.replacing.title}>
          <p>{write.replacing.detail(at(own.tender.submittedAt))}</p>
        </Notice>
      )}
      <KeptDraft
        kept={kept}
        forget={() => {
          stopAll()
          return keeper.forget()
        }}
      />
      <h2>{write.quality}</h2>
      <p>{write.qualityHint}</p>
      {criteria.map((criterion) => (
        <div key={criterion.id}>
          <Criterion criterion={criterion} />
          <WordsField
            id={`answer-${criterion.id}`}
            label={write.faults.answer(criterion.title)}
            fault={faultAt(`answer-${criterion.id}`)}
            value={draft.answers[criterion.id] ?? ''}
            onChange={(answer) =>
              change((before) => ({ ...before, answers: { ...before.answers, [criterion.id]: answer } }))
            }
          />
          <Tick
            id={`confidential-${criterion.id}`}
            checked={draft.confidential.includes(criterion.id)}
            onChange={(marked) =>
              change((before) => ({
                ...before,
                confidential: [
                  ...before.confidential.filter((id) => id !== criterion.id),
                  ...(marked ? [criterion.id] : []),
                ],
              }))
            }
          >
            {write.confidential}
          </Tick>
        </div>
      ))}
      <PartnersField
        partners={draft.partners}
        onChange={(partners) => change((before) => ({ ...before, partners }))}
        faultAt={faultAt}
      />
      {documents('quality', write.qualityDocuments)}
      <h2>{write.price}</h2>
      <p>{write.priceHint}</p>
      <PriceField
        id="price"
        label={write.priceLabel}
        hint={write.priceExample}
        fault={faultAt('price')}
        value={draft.price}
        onChange={(price) => change((before) => ({ ...before, price }))}
      />
      {documents('price', write.priceDocuments)}
      <ActionButton submit busy={submit.isPending}>
        {submit.isPending ? write.submitting : write.check}
      </ActionButton>
    </form>
  )
}
