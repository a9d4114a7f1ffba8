import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Terms } from '../../../domain/panel-draw/fair-draw/terms.ts'
import { ask } from '../../api.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { Success } from '../../nhs/success.tsx'
import { problemOf } from '../../problem-of.ts'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { useSession } from '../session/session.tsx'
import { type PublishedDraw, termsPath } from './use-draws.ts'
import { words } from './words.ts'

/** Whether the round that a draw named is due, was not had by the service, and has not been brought. */
export const wantsItsRound = ({ source, status, from, brought, randomFrom }: PublishedDraw): boolean =>
  source.kind === 'drand-quicknet' &&
  brought === undefined &&
  (status === 'drawn' ? from === 'fallback' : status === 'committed' && new Date().toISOString() >= randomFrom)

/** Anybody copies the round from its page: it is verified here, and whoever is signed in hands it in with it. */
export function BringRound({ caseId, draw }: { caseId: string; draw: PublishedDraw }) {
  const { status } = useSession()
  const [copied, setCopied] = useState('')
  const [fault, setFault] = useState<string>()
  const bringing = useCommand(caseId, 'bring-round')
  const round = draw.source.kind === 'drand-quicknet' ? draw.source.round : 0
  const said = words.bring
  const id = `beacon-${draw.draw}`
  const checking = useMutation({
    mutationFn: async () => {
      const [{ terms }, { heldAgainst }] = await Promise.all([
        ask<{ terms: Terms }>(termsPath(caseId, draw.draw)),
        import('./recomputing/check.ts'),
      ])
      return heldAgainst(terms, { round, copied })
    },
    onSuccess: (held) => {
      if ('problem' in held) setFault(held.problem)
      else if (status === 'signed in') bringing.mutate({ draw: draw.draw, beacon: copied })
    },
  })
  const busy = checking.isPending || bringing.isPending
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setFault(copied.trim() === '' ? said.missing : undefined)
    if (copied.trim() !== '') checking.mutate()
  }
  const held = checking.data && 'index' in checking.data ? checking.data : undefined
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      {fault !== undefined && (
        <ProblemSummary title={said.problem} detail="" faults={[{ detail: fault, fieldId: id }]} />
      )}
      {checking.error && <ProblemSummary {...problemOf(checking.error)} />}
      <CommandProblem error={bringing.error} field={() => id} />
      <h3>{said.title}</h3>
      <p>{draw.status === 'drawn' ? said.afterTheDraw(round) : said.what(round)}</p>
      <p>
        <a href={draw.roundPage} rel="noreferrer">
          {said.page(round)}
        </a>
      </p>
      <WordsField id={id} label={said.label} hint={said.hint} fault={fault} value={copied} onChange={setCopied} />
      <ActionButton submit busy={busy}>
        {status === 'signed in' ? said.go : said.check}
      </ActionButton>
      {held && (
        <Success title={said.title} heading={said.genuine(round)}>
          <p>{said.draws(held.index, held.panel.length)}</p>
          {bringing.isSuccess ? <p>{said.done}</p> : status !== 'signed in' && <p>{said.signIn}</p>}
        </Success>
      )}
    </form>
  )
}
