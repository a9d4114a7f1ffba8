import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { WordsField } from '../../nhs/fields.tsx'
import { More } from '../../nhs/more.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { Hash } from './draw-facts.tsx'
import type { PanelView } from './panel-view.ts'
import { PartForm } from './part-form.tsx'
import { words } from './part-words.ts'

const drawer = (caseId: string) => `redesign-panels:number:${caseId}`

interface ContributionProps {
  caseId: string
  practiceId: string
  contribution: NonNullable<PanelView['contribution']>
  /** The draw waits for numbers; else one counts for the next, if a seat falls vacant. */
  asked: boolean
}

/** What makes and recognises a number: fetched where it is wanted alone, for it is most of what the page would weigh. */
async function numbering() {
  const { newNumber, fingerprint } = await import('./recomputing/number.ts')
  return { newNumber, fingerprint }
}
type Numbering = Awaited<ReturnType<typeof numbering>>

/** Nothing where the draws take their randomness from elsewhere. */
export function Contribution(props: ContributionProps) {
  const { wanted } = props.contribution
  const { data } = useQuery({ queryKey: ['numbering'], queryFn: numbering, enabled: wanted })
  return wanted && data ? <Contributing {...props} numbering={data} /> : null
}

/** A practice contributes to the randomness of the next draw, and reveals what it contributed to the last. */
function Contributing({
  caseId,
  practiceId,
  contribution,
  asked,
  numbering,
}: ContributionProps & { numbering: Numbering }) {
  const { newNumber, fingerprint } = numbering
  const { commitment, toReveal, revealFrom, promised = '' } = contribution
  const [number, setNumber] = useState(newNumber)
  const [made, setMade] = useState<string>()
  const said = words.contribute
  const form = (
    <PartForm
      caseId={caseId}
      name="contribute-to-draw"
      title={said.title}
      what={said.what}
      go={said.go}
      faults={[]}
      body={() => {
        // Kept before it is sent: a number that was contributed and lost could not be revealed.
        const before = localStorage.getItem(drawer(caseId))
        localStorage.setItem(drawer(caseId), [...(before ? [before] : []), number].join(' '))
        return { commitment: fingerprint(practiceId, number) }
      }}
      onDone={() => {
        setMade(number)
        // What has been contributed once is not to be used again.
        setNumber(newNumber())
      }}
    >
      {null}
    </PartForm>
  )
  return (
    <>
      {toReveal && <Reveal {...{ caseId, practiceId, promised, fingerprint }} />}
      {made !== undefined && (
        <Notice title={said.keep}>
          <p>
            <Hash value={made} />
          </p>
          <p>{said.kept}</p>
        </Notice>
      )}
      {commitment !== undefined && <p>{said.standing(commitment)}</p>}
      {revealFrom !== undefined && <p>{words.reveal.notYet(revealFrom)}</p>}
      {/* One number at a time: the next is asked for when this draw has been made. */}
      {commitment === undefined &&
        !toReveal &&
        revealFrom === undefined &&
        (asked ? form : <More title={said.next}>{form}</More>)}
    </>
  )
}

interface RevealProps {
  caseId: string
  practiceId: string
  /** The fingerprint of the number that was contributed to this draw. */
  promised: string
  fingerprint: Numbering['fingerprint']
}

/** Only the number of this draw leaves the browser: one that waits for the next draw stays secret. */
function Reveal({ caseId, practiceId, promised, fingerprint }: RevealProps) {
  const kept = localStorage.getItem(drawer(caseId))?.split(' ') ?? []
  const [secret, setSecret] = useState(kept.find((number) => fingerprint(practiceId, number) === promised) ?? '')
  const typed = secret.replace(/\s/g, '').toLowerCase()
  const said = words.reveal
  const faults = () => {
    if (typed === '') return [{ fieldId: 'secret', detail: words.missing.secret }]
    return fingerprint(practiceId, typed) === promised ? [] : [{ fieldId: 'secret', detail: said.other(promised) }]
  }
  return (
    <PartForm
      caseId={caseId}
      name="reveal-contribution"
      title={said.title}
      what={said.what}
      go={said.go}
      faults={faults()}
      body={() => ({ secret: typed })}
    >
      <WordsField id="secret" label={said.label} rows={3} value={secret} onChange={setSecret} />
    </PartForm>
  )
}
