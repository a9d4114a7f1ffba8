import type { SFNClient } from '@aws-sdk/client-sfn'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import type { CaseEvent } from '../../../domain/case/event.ts'
import type { Actor } from '../../../domain/case/party.ts'
import { decideNomination, stepNomination } from '../../../domain/nomination/decide.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { handler } from '../../../functions/events/consume.ts'
import { type Deps, type MailMessage, provide } from '../../../functions/runtime/deps.ts'
import { loadCase } from '../../../functions/store/case-store.ts'
import { commit } from '../../../functions/store/commit.ts'
import { eventsSince } from '../../../functions/store/event-store.ts'
import { keys } from '../../../functions/store/keys.ts'
import { putPeople } from '../../../functions/store/locality-store.ts'
import { tableShape } from '../../../functions/store/table.ts'
import { accepted, manager, monday } from '../../domain/story.ts'
import { tableUnderTest } from '../../local/dynamodb/table-under-test.ts'

export const caseId = 'c0123456789ab'
const practices = ['ashlarke', 'beckford']

const person = (
  id: string,
  role: 'practice' | 'programme-manager' | 'deputy-programme-manager',
  practiceId?: string,
) => ({
  ...{ id, name: `Name of ${id}`, email: `${id}@example.org`, roles: [role], profession: 'gp' as const },
  ...{ skills: [], panelsFormedOn: [], ...(practiceId && { practiceId }) },
})
export const people = [
  person('ann', 'practice', 'ashlarke'),
  person('bob', 'practice', 'beckford'),
  person('cas', 'practice', 'beckford'),
  person('pam', 'programme-manager'),
  person('dev', 'deputy-programme-manager'),
]

/** A case with its nominations open, its events delivered as the stream would; who was mailed what. */
export async function mailWorld() {
  const { document } = await tableUnderTest()
  let now = monday
  let broken = ''
  let stop: { at: string; stopped(): void } | undefined
  const mails: MailMessage[] = []
  const nowhere = async () => {
    throw new Error('Nothing is kept here.')
  }
  const deps: Deps = {
    now: () => now,
    table: { client: document, name: tableShape.name },
    workflows: {
      client: async () => ({ send: async () => {} }) as unknown as SFNClient,
      arnOf: (workflow) => workflow,
    },
    documents: {
      put: nowhere,
      putSupplied: nowhere,
      removeSupplied: nowhere,
      putParts: nowhere,
      get: nowhere,
      getRange: nowhere,
    },
    sealedTenders: { put: nowhere, get: nowhere, sizes: nowhere, uploadTo: nowhere },
    malware: { verdictOn: nowhere },
    mail: {
      send: async (message) => {
        if (message.to === stop?.at) {
          const { stopped } = stop
          stop = undefined
          stopped()
          await new Promise(() => {})
        }
        if (message.to === broken) throw new Error('No such mailbox.')
        mails.push(message)
      },
    },
    tenderKeys: { make: nowhere, unwrapQuality: nowhere, unwrapPrice: nowhere },
    ...{ prepareDraw: nowhere, signatureOf: nowhere, randomness: 'commit-reveal' },
  }
  provide(deps)
  await putPeople(deps, { people, practices: [] })
  await commit(deps, { caseId, before: undefined, events: accepted, by: manager, at: monday })

  /** Commits these events, and delivers them. */
  async function happen(events: CaseEvent[], by: Actor = { step: 'a-step' }) {
    const before = await loadCase(deps, caseId)
    await commit(deps, { caseId, before, events, by, at: now })
    return deliverSince(before.head.sequence)
  }
  /** Delivers what was recorded since, once more where it was before. */
  const deliverSince = async (sequence: number) => {
    const entries = await eventsSince(deps, caseId, sequence)
    return deliver(entries.map(({ type, sequence, at }) => ({ type, sequence, at })))
  }
  const deliver = (events: { type: string; sequence: number; at?: string }[]) =>
    handler({
      Records: events.map(({ type, sequence, at = now }) => ({
        eventName: 'INSERT' as const,
        dynamodb: {
          SequenceNumber: String(sequence),
          NewImage: marshall({
            ...keys.event(caseId, sequence),
            sequence,
            at,
            type,
            by: { step: 'a-step' },
          }) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'] & object,
        },
      })),
    })
  const theCase = () => loadCase(deps, caseId)
  const open = async () =>
    happen(stepNomination(await theCase(), { type: 'OpenNomination', attempt: 2, practices }, { by: manager, at: now }))
  const nominate = async (nominee: string) => {
    const facts = { practiceId: 'beckford', profession: 'gp' as const, experienced: false }
    return happen(decideNomination(await theCase(), { type: 'Nominate', person: nominee, facts }))
  }
  /** The next act of the wait by itself, at its time. */
  const attended = async () => {
    const looked = await theCase()
    now = looked.life.wait?.remindAt ?? looked.life.wait?.dueAt ?? now
    const attendance = attend(looked, { caseId, attempt: 2 }, ['nominations'], now)
    if (attendance.verdict !== 'act') throw new Error(`Nothing to do: ${attendance.verdict}`)
    await happen(attendance.events)
    return attendance.events.map(({ type }) => type)
  }
  return {
    ...{ deps, happen, open, nominate, attended, deliver, deliverSince, theCase, mails },
    at: (instant: string) => {
      now = instant
    },
    breakMailbox: (to: string) => {
      broken = to
    },
    /** The next mail to them is never sent, and nothing follows it. Resolves then. */
    stopAt: (to: string) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      stop = { at: to, stopped: resolve }
      return promise
    },
    exclude: (id: string) =>
      document.send(
        new PutCommand({ TableName: tableShape.name, Item: { ...keys.exclusion(id, caseId), reason: 'A tie.' } }),
      ),
    /** Who was mailed since the last look, sorted. */
    told: () =>
      mails
        .splice(0)
        .map(({ to, subject }) => `${to.split('@')[0]}: ${subject.split(':')[0]}`)
        .sort(),
  }
}
