import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { BackLink } from '../../nhs/back-link.tsx'
import { BulletList } from '../../nhs/bullet-list.tsx'
import { Success } from '../../nhs/success.tsx'
import { when } from '../../time.ts'
import { useTitle } from '../../title.ts'
import { CommandProblem } from '../case/command-problem.tsx'
import { OwnMeetings } from '../meetings/own-meetings.tsx'
import { useMe } from '../people/use-names.ts'
import { useSession } from '../session/session.tsx'
import { fingerprintOf, newSecret } from './secret.ts'
import { words } from './words.ts'

/** Somebody lets their own calendar show what waits for them, makes its address anew, or ends it. */
export function CalendarPage() {
  const { ask, personId } = useSession()
  const queries = useQueryClient()
  const [ended, setEnded] = useState(false)
  useTitle(words.title)
  const queryKey = ['calendar', personId]
  const subscription = useQuery({ queryKey, queryFn: () => ask<{ since?: string }>('/api/calendar') })
  const onSuccess = () => queries.invalidateQueries({ queryKey })
  const make = useMutation<string, Error>({
    mutationFn: async () => {
      const secret = newSecret()
      const command = { body: { fingerprint: await fingerprintOf(secret) }, once: secret.slice(0, 32) }
      await ask('/api/calendar', { command })
      setEnded(false)
      return `${location.origin}/api/public/calendar/${personId}?secret=${secret}`
    },
    onSuccess,
  })
  const end = useMutation<void, Error>({
    mutationFn: async () => {
      await ask('/api/calendar', { remove: true })
      make.reset()
      setEnded(true)
    },
    onSuccess,
  })
  const { data: me } = useMe()
  const since = subscription.data?.since
  return (
    <>
      <BackLink to="/">{words.home}</BackLink>
      <CommandProblem error={subscription.error ?? make.error ?? end.error} />
      {ended && <Success title={words.success} heading={words.ended} />}
      {make.data && <Address address={make.data} />}
      <h1>{words.title}</h1>
      {words.what.map((paragraph) => (
        <p key={paragraph} className="nhsuk-u-reading-width">
          {paragraph}
        </p>
      ))}
      {subscription.data && (
        <>
          <p className="nhsuk-u-reading-width">{since ? words.since(when(since)) : words.none}</p>
          <div className="nhsuk-button-group">
            <ActionButton busy={make.isPending} onClick={() => make.mutate()}>
              {make.isPending ? words.making : since ? words.renew : words.make}
            </ActionButton>
            {since && (
              <ActionButton kind="secondary" busy={end.isPending} onClick={() => end.mutate()}>
                {words.end}
              </ActionButton>
            )}
          </div>
        </>
      )}
      {me && <OwnMeetings me={me} saysNone />}
    </>
  )
}

function Address({ address }: { address: string }) {
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setSaid(words.copied),
      () => setSaid(words.notCopied),
    )
  return (
    <Success title={words.success} heading={words.made}>
      <p>{words.address}:</p>
      <p className="nhsuk-u-text-break-word">
        <code>{address}</code>
      </p>
      <ActionButton kind="secondary" small onClick={copy}>
        {words.copy}
      </ActionButton>
      <p aria-live="polite">{said}</p>
      <BulletList items={[...words.how]} />
    </Success>
  )
}
