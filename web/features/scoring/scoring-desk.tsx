import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { Success } from '../../nhs/success.tsx'
import type { Names } from '../people/names.ts'
import { scoreId } from './criterion-card.tsx'
import { type Move, moveOf } from './keys.ts'
import { ScoringDue } from './scoring-due.tsx'
import { TenderDesk } from './tender-desk.tsx'
import { TenderTabs } from './tender-tabs.tsx'
import { usePapers } from './use-papers.ts'
import type { Scoring } from './use-scoring.ts'
import { words } from './words.ts'

const route = getRouteApi('/cases/$caseId/scoring')

/** Every tender and every criterion on one page, and the keys that move between them. */
export function ScoringDesk({ caseId, scoring, names }: { caseId: string; scoring: Scoring; names: Names }) {
  const papers = usePapers(caseId, scoring)
  const tenders = scoring.tenders.map(({ organisationId }) => organisationId)
  const { tender: named, check = false } = route.useSearch()
  const navigate = route.useNavigate()
  const chosen = tenders.find((one) => one === named) ?? tenders[0] ?? ''
  const choose = (tender: string) => navigate({ search: { tender }, resetScroll: false })
  const goOn = (tender: string) => {
    byKey.current = true
    setDone(undefined)
    choose(tender)
  }
  const byKey = useRef(false)
  const [done, setDone] = useState<string>()
  // What was just submitted counts, though it has not been read again.
  const open = tenders.filter((one, place) => !scoring.tenders[place]?.submitted && one !== done)
  const next = open[0]
  const submitted = tenders.length - open.length

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const move = moveOf(event)
      if (!move) return
      event.preventDefault()
      if (move === 'next tender' || move === 'previous tender') {
        byKey.current = true
        choose(beside(tenders, chosen, move))
      }
      if (move === 'next criterion' || move === 'previous criterion')
        focusOn(criterionBeside(scoring, event.target, move))
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
  // Whoever came by key has no tab under their fingers: the tender's name says where they are.
  useEffect(() => {
    if (byKey.current && chosen) document.getElementById('tender')?.focus()
    byKey.current = false
  }, [chosen])
  return (
    <>
      {done && (
        <Success title={words.submit.doneTitle} heading={words.submit.done(names.place(done))}>
          <p>{words.progress(submitted, tenders.length)}</p>
          {next === undefined ? (
            <p>{words.submit.last}</p>
          ) : (
            <ActionButton onClick={() => goOn(next)}>{words.submit.next}</ActionButton>
          )}
        </Success>
      )}
      {scoring.scoring === 'open' ? (
        <p>{words.intro}</p>
      ) : (
        <Notice title={words.closed.title}>
          <p>{next === undefined ? words.closed.body : words.closed.leftOut}</p>
          <Link to="/cases/$caseId/moderation" params={{ caseId }}>
            {words.closed.moderation}
          </Link>
        </Notice>
      )}
      {scoring.dueAt !== undefined && <ScoringDue caseId={caseId} dueAt={scoring.dueAt} done={next === undefined} />}
      <p>
        <strong>{words.progress(submitted, tenders.length)}</strong>
      </p>
      <dl className="scoring-keys" aria-label={words.keys.title}>
        {words.keys.list.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <TenderTabs
        scoring={scoring}
        papers={papers}
        names={names}
        chosen={chosen}
        onChoose={(tender) => {
          setDone(undefined)
          choose(tender)
        }}
      />
      {tenders.length === 0 && <p>{words.nothing}</p>}
      {papers[chosen] && (
        <TenderDesk
          key={chosen}
          caseId={caseId}
          scoring={scoring}
          organisationId={chosen}
          name={names.place(chosen)}
          papers={papers[chosen]}
          checking={check}
          onCheck={(on) => navigate({ search: { tender: chosen, check: on || undefined }, resetScroll: false })}
          onSubmitted={() => {
            setDone(chosen)
            navigate({ search: { tender: chosen }, replace: true })
          }}
        />
      )}
    </>
  )
}

const step = (move: Move) => (move.startsWith('next') ? 1 : -1)

function beside(list: readonly string[], one: string, move: Move): string {
  const place = list.indexOf(one) + step(move)
  return list[Math.max(0, Math.min(list.length - 1, place))] ?? one
}

/** The criterion after or before the one in which the focus is; from elsewhere, the first. */
function criterionBeside({ criteria }: Scoring, from: EventTarget | null, move: Move): string | undefined {
  const here = from instanceof Element ? from.closest('[data-criterion]')?.getAttribute('data-criterion') : undefined
  const ids = criteria.map(({ id }) => id)
  return here ? beside(ids, here, move) : ids[0]
}

function focusOn(criterionId: string | undefined): void {
  if (criterionId === undefined) return
  const card = document.querySelector(`[data-criterion="${criterionId}"]`)
  const first = document.getElementById(`${scoreId(criterionId)}-0`)
  const field =
    card?.querySelector<HTMLElement>('input:checked') ?? first ?? card?.querySelector<HTMLElement>('summary')
  card?.scrollIntoView({ block: 'start' })
  field?.focus({ preventScroll: true })
}
