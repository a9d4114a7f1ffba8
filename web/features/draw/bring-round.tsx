import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Terms } from '../../../domain/panel-draw/fair-draw/terms.ts'
import { ask, Problem } from '../../api.ts'
import { WordsField } from '../../nhs/fields.tsx'
import { Success } from '../../nhs/success.tsx'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
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
      const held = heldAgainst(terms, { round, copied })
      if ('problem' in held) throw notIt(held.problem)
      return held
    },
    onSuccess: () => {
      if (status === 'signed in') bringing.mutate({ draw: draw.draw, beacon: copied })
    },
  })
  const held = checking.data
  return (
    <CheckedForm
      command={{
        error: checking.error ?? bringing.error,
        isPending: checking.isPending || bringing.isPending,
        reset: () => {
          checking.reset()
          bringing.reset()
        },
      }}
      faults={copied.trim() === '' ? [{ detail: said.missing, fieldId: id }] : []}
      field={() => id}
      send={() => checking.mutate()}
      confirm={status === 'signed in' ? said.go : said.check}
    >
      <h3>{said.title}</h3>
      <p>{draw.status === 'drawn' ? said.afterTheDraw(round) : said.what(round)}</p>
      <p>
        <a href={draw.roundPage} rel="noreferrer">
          {said.page(round)}
        </a>
      </p>
      <WordsField id={id} label={said.label} hint={said.hint} value={copied} onChange={setCopied} />
      {held && (
        <Success title={said.title} heading={said.genuine(round)}>
          <p>{said.draws(held.index, held.panel.length)}</p>
          {bringing.isSuccess ? <p>{said.done}</p> : status !== 'signed in' && <p>{said.signIn}</p>}
        </Success>
      )}
    </CheckedForm>
  )
}

/** What was copied is not the round that the draw named, and why. */
const notIt = (detail: string) =>
  new Problem({ ...words.bring.problem, status: 422, code: 'Invalid', faults: [{ pointer: '/beacon', detail }] })
