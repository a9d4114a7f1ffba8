import { BulletList } from '../../nhs/bullet-list.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { Success } from '../../nhs/success.tsx'
import type { Finding } from './verifying/verifying.ts'
import { words } from './words.ts'

interface FindingViewProps {
  name: string
  finding: Finding
  /** The fingerprint that somebody kept, where they gave one. */
  heldTo: string | undefined
}

/** What was found of a file, in words. */
export function FindingView({ name, finding, heldTo }: FindingViewProps) {
  const { what, problems, events, erased, unchecked = [], says = [], head, unusable = name } = finding
  const said = words.check
  if (what === 'none')
    return <ProblemSummary title={said.none(unusable)} detail={said.noneDetail(problems.join('; '))} />
  if (problems.length > 0)
    return (
      <ProblemSummary
        title={said.notIntact(name)}
        detail={said.notIntactDetail(problems.length)}
        faults={problems.map((detail) => ({ detail }))}
      />
    )
  return (
    <Success title={said.intact} heading={said.is[what](name)}>
      {events > 0 && <p>{said.events(events)}</p>}
      {erased.length > 0 && what !== 'pack' && <p>{said.erased(erased)}</p>}
      {unchecked.length > 0 && what !== 'pack' && <p>{said.unchecked(unchecked)}</p>}
      {what !== 'draw' && <p>{heldTo ? said.held : said.notHeld}</p>}
      {says.length > 0 && <BulletList items={says} />}
      {head && (
        <p>
          {said.last} <code>{`${head.sequence}:${head.hash}`}</code>
        </p>
      )}
    </Success>
  )
}
