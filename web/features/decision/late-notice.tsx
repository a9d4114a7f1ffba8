import type { ReactNode } from 'react'
import { Notice } from '../../nhs/notice.tsx'
import { at } from '../../time.ts'
import type { DecisionView, OwnLetter } from './decision.ts'
import { words } from './words.ts'

const { late: said } = words

interface LateProps {
  late: { id: number; receivedAt?: string | undefined; at: string; answer?: { decision: string } | undefined }[]
  unsignedUntil: string | undefined
  /** What is said while one of them waits for its answer, and where one says that the award should not stand. */
  waiting: ReactNode
  shouldNotStand: string
}

/** The award should have waited for these representations: when they came, and what follows. */
function Late({ late, unsignedUntil, waiting, shouldNotStand }: LateProps) {
  if (late.length === 0) return null
  const shouldNot = late.some(({ answer }) => answer?.decision === 'should not stand')
  const waits = late.some(({ answer }) => !answer)
  return (
    <Notice title={said.title}>
      {late.map(({ id, receivedAt, at: recorded }) => (
        <p key={id}>{said.came(at(receivedAt ?? recorded), at(recorded))}</p>
      ))}
      {waits && waiting}
      {shouldNot && <p>{shouldNotStand}</p>}
      {!waits && !shouldNot && <p>{said.stands}</p>}
      {!shouldNot && unsignedUntil !== undefined && <p>{said.unsigned(at(unsignedUntil))}</p>}
    </Notice>
  )
}

/** To those who must act. */
export function LateNotice({ decision: { representations = [], unsignedUntil } }: { decision: DecisionView }) {
  const steps = (
    <ul>
      {said.waiting.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
  const late = representations.filter(({ afterAward }) => afterAward)
  return <Late late={late} unsignedUntil={unsignedUntil} waiting={steps} shouldNotStand={said.shouldNot} />
}

/** To a bidder: that there was one, and what became of it; not who made it, nor what it says. */
export function LateForBidders({ own: { late = [], unsignedUntil } }: { own: OwnLetter }) {
  const told = late.map(({ answered, ...one }) => ({ ...one, answer: answered }))
  return (
    <Late
      late={told}
      unsignedUntil={unsignedUntil}
      waiting={<p>{said.bidder}</p>}
      shouldNotStand={said.bidderShouldNot}
    />
  )
}
