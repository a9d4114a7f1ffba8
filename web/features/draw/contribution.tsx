import { useState } from 'react'
import { Notice } from '../../nhs/notice.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { Hash } from './draw-facts.tsx'
import type { PanelView } from './panel-view.ts'
import { PartForm } from './part-form.tsx'
import { words } from './part-words.ts'
import { fingerprint, newNumber } from './recomputing/number.ts'

const drawer = (caseId: string) => `redesign-panels:number:${caseId}`

interface ContributionProps {
  caseId: string
  practiceId: string
  contribution: NonNullable<PanelView['contribution']>
}

/** A practice contributes to the randomness of the next draw, and reveals what it contributed to the last. */
export function Contribution({ caseId, practiceId, contribution }: ContributionProps) {
  const { wanted, commitment, toReveal } = contribution
  const [number] = useState(newNumber)
  const [made, setMade] = useState<string>()
  if (!wanted) return null
  const said = words.contribute
  return (
    <>
      {toReveal && <Reveal caseId={caseId} />}
      {made !== undefined && (
        <Notice title={said.keep}>
          <p>
            <Hash value={made} />
          </p>
          <p>{said.kept}</p>
        </Notice>
      )}
      {commitment !== undefined ? (
        <p>{said.standing(commitment)}</p>
      ) : (
        <PartForm
          caseId={caseId}
          name="contribute-to-draw"
          title={said.title}
          what={said.what}
          go={said.go}
          faults={() => []}
          body={() => {
            // Kept before it is sent: a number that was contributed and lost could not be revealed.
            const before = localStorage.getItem(drawer(caseId))
            localStorage.setItem(drawer(caseId), [...(before ? [before] : []), number].join(' '))
            return { commitment: fingerprint(practiceId, number) }
          }}
          onDone={() => setMade(number)}
        >
          {null}
        </PartForm>
      )}
    </>
  )
}

function Reveal({ caseId }: { caseId: string }) {
  const kept = localStorage.getItem(drawer(caseId))?.split(' ').at(-1) ?? ''
  const [secret, setSecret] = useState(kept)
  const said = words.reveal
  return (
    <PartForm
      caseId={caseId}
      name="reveal-contribution"
      title={said.title}
      what={said.what}
      go={said.go}
      faults={() => (secret.trim() === '' ? [{ fieldId: 'secret', detail: words.missing.secret }] : [])}
      body={() => ({ secret: secret.trim().toLowerCase() })}
    >
      <TextField id="secret" label={said.label} value={secret} onChange={setSecret} />
    </PartForm>
  )
}
