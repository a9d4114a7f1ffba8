import { Notice } from '../../nhs/notice.tsx'
import { at } from '../../time.ts'
import type { DecisionView, OwnLetter } from './decision.ts'
import { words } from './words.ts'

const { late: said } = words

/** To those who must act: the award should have waited for a representation, and what follows. */
export function LateNotice({ decision: { representations = [], unsignedUntil } }: { decision: DecisionView }) {
  const late = representations.filter(({ afterAward }) => afterAward)
  if (late.length === 0) return null
  const shouldNot = late.some(({ answer }) => answer?.decision === 'should not stand')
  const waits = late.some(({ answer }) => !answer)
  return (
    <Notice title={said.title}>
      {late.map(({ id, receivedAt, at: recorded }) => (
        <p key={id}>{said.came(at(receivedAt ?? recorded), at(recorded))}</p>
      ))}
      {waits && (
        <ul>
          {said.waiting.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {shouldNot && <p>{said.shouldNot}</p>}
      {!waits && !shouldNot && <p>{said.stands}</p>}
      {!shouldNot && unsignedUntil !== undefined && <p>{said.unsigned(at(unsignedUntil))}</p>}
    </Notice>
  )
}

/** To a bidder: that there was one, and what became of it; not who made it, nor what it says. */
export function LateForBidders({ own: { late = [], unsignedUntil } }: { own: OwnLetter }) {
  if (late.length === 0) return null
  const shouldNot = late.some(({ answered }) => answered?.decision === 'should not stand')
  const waits = late.some(({ answered }) => !answered)
  return (
    <Notice title={said.title}>
      {late.map(({ id, receivedAt, at: recorded }) => (
        <p key={id}>{said.came(at(receivedAt ?? recorded), at(recorded))}</p>
      ))}
      {waits && <p>{said.bidder}</p>}
      {shouldNot && <p>{said.bidderShouldNot}</p>}
      {!waits && !shouldNot && <p>{said.stands}</p>}
      {!shouldNot && unsignedUntil !== undefined && <p>{said.unsigned(at(unsignedUntil))}</p>}
    </Notice>
  )
}
