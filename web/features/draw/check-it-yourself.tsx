import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { ask } from '../../api.ts'
import { capital } from '../../capital.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { Success } from '../../nhs/success.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { problemOf } from '../../problem-of.ts'
import type { Checked } from './recomputing/check.ts'
import { type Step, stepsOf, stepsWith } from './recomputing/steps.ts'
import { certificatePath, termsPath } from './use-draws.ts'
import { words } from './words.ts'

interface CheckItYourselfProps {
  caseId: string
  draw: number
  /** As the page shows it. */
  published: string
  isDrawn: boolean
}

/** Recomputes a draw in the reader's browser, and finds their own entry if they say who they are. */
export function CheckItYourself({ caseId, draw, published, isDrawn }: CheckItYourselfProps) {
  const kept = `${caseId}:check-draw:${draw}`
  const [person, setPerson] = useKept(`${kept}:person`, '')
  const [salt, setSalt] = useKept(`${kept}:salt`, '')
  const [commitment, setCommitment] = useKept(`${kept}:commitment`, '')
  const said = words.check
  const checking = useMutation<Checked, Error>({
    mutationFn: async () => {
      const file = await ask<unknown>(isDrawn ? certificatePath(caseId, draw) : termsPath(caseId, draw))
      const { check } = await import('./recomputing/check.ts')
      const kept = { person: person.trim(), salt: salt.trim(), commitment: commitment.trim() }
      return check(file, kept, { caseId, draw, commitment: published })
    },
  })
  const half = (person.trim() === '') !== (salt.trim() === '')
  const [asked, setAsked] = useState(false)
  const missing = asked && half ? (person.trim() === '' ? 'person' : 'salt') : undefined
  const send = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!half && !checking.isPending) checking.mutate()
  }
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      <h3>{said.title}</h3>
      <p>{isDrawn ? said.intro : said.terms}</p>
      {missing && (
        <ProblemSummary
          title={said.incomplete}
          detail=""
          faults={[{ detail: said.missing[missing], fieldId: `${missing}-${draw}` }]}
        />
      )}
      <TextField
        id={`person-${draw}`}
        label={said.person}
        hint={said.optional}
        fault={missing === 'person' ? said.missing.person : undefined}
        value={person}
        onChange={setPerson}
      />
      <TextField
        id={`salt-${draw}`}
        label={said.salt}
        fault={missing === 'salt' ? said.missing.salt : undefined}
        value={salt}
        onChange={setSalt}
      />
      <TextField id={`commitment-${draw}`} label={said.commitment} value={commitment} onChange={setCommitment} />
      <ActionButton submit busy={checking.isPending}>
        {checking.isPending ? said.going : said.go}
      </ActionButton>
      {checking.error && <ProblemSummary {...problemOf(checking.error)} />}
      {checking.data && <Outcome checked={checking.data} isDrawn={isDrawn} />}
    </form>
  )
}

function Outcome({ checked: { problems, look, seconds, held, own }, isDrawn }: { checked: Checked; isDrawn: boolean }) {
  const said = words.check
  if (problems.length > 0)
    return (
      <>
        <ProblemSummary
          title={said.wrong}
          detail={said.wrongDetail}
          faults={problems.slice(0, 10).map((detail) => ({ detail }))}
        />
        <Steps title={said.doesNotHold} steps={stepsWith(problems)} />
      </>
    )
  const toLookUp = [...(held ? [] : [said.notHeld]), ...look.map((one) => capital(one.replace(/^LOOK: /, '')))]
  return (
    <>
      <Success title={said.title} heading={isDrawn ? said.right : said.rightSoFar}>
        <p>{said.seconds(seconds)}</p>
        {held && <p>{said.asSent}</p>}
        {own && <p>{said.yours(own.row, own.chance, own.times, own.panels, own.drawn)}</p>}
      </Success>
      <Steps title={said.checked} steps={stepsOf(isDrawn)} />
      {toLookUp.length > 0 && (
        <Notice title={said.look}>
          {toLookUp.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </Notice>
      )}
      {own === null && (
        <Notice title={said.notYours}>
          <p>{said.notYoursWhy}</p>
        </Notice>
      )}
    </>
  )
}

/** Each step of the check in plain words. */
function Steps({ title, steps }: { title: string; steps: Step[] }) {
  if (steps.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ol className="nhsuk-list nhsuk-list--number">
        {steps.map((step) => (
          <li key={step}>{words.check.steps[step]}</li>
        ))}
      </ol>
    </>
  )
}
