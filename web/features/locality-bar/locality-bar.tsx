import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Problem } from '../../api.ts'
import { at, when } from '../../time.ts'
import { useSession } from '../session/session.tsx'
import { useClock } from './use-clock.ts'
import { useNextDeadline } from './use-next-deadline.ts'
import { words } from './words.ts'

/** Only on one machine, whose clock can be moved: the time there, and the ways to play everybody. */
export function LocalityBar() {
  const { now, movable } = useClock()
  return movable ? <Bar now={now} /> : null
}

function Bar({ now }: { now: number }) {
  const { signIn } = useSession()
  const queries = useQueryClient()
  const deadline = useNextDeadline(now)
  const move = useMutation({ mutationFn: moveTheClock, onSettled: () => queries.invalidateQueries() })
  const forward = (body: Movement) => !move.isPending && move.mutate(body)
  return (
    <aside className="locality-bar" aria-label={words.label}>
      <div className="nhsuk-width-container locality-bar__content">
        <p className="locality-bar__time" aria-live="off">
          {words.itIs} <strong>{when(new Date(now).toISOString())}</strong>
        </p>
        <div className="locality-bar__group">
          <span>{words.forward}</span>
          {words.steps.map(({ name, body }) => (
            <button key={name} type="button" aria-disabled={move.isPending} onClick={() => forward(body)}>
              {name}
            </button>
          ))}
          {deadline && (
            <button
              type="button"
              aria-disabled={move.isPending}
              title={at(deadline)}
              onClick={() => forward({ to: deadline })}
            >
              {words.toDeadline}
            </button>
          )}
        </div>
        <div className="locality-bar__group">
          <button type="button" onClick={() => signIn({ asAnother: true })}>
            {words.switchPerson}
          </button>
          <a href="/local/outbox.html">{words.outbox}</a>
        </div>
        <p className="locality-bar__said" role="status">
          {move.isPending ? words.moving : move.error?.message}
        </p>
      </div>
    </aside>
  )
}

type Movement = { to: string } | { days: number } | { hours: number }

/** Everything due on the way happens before this resolves. @throws Problem */
async function moveTheClock(body: Movement): Promise<void> {
  const answer = await fetch('/local/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Problem(words.stopped)
  })
  if (!answer.ok) throw new Problem(await answer.json().catch(() => words.stopped))
}
