import type { Played } from './moments.ts'
import type { Document } from './operations.ts'
import { type Operation, operationAt, resolverOf } from './operations.ts'
import type { Filling } from './requests.ts'
import type { World } from './world.ts'

/** What the requests about the played case are filled with. */
export function fillingOf(
  world: World,
  { play, accepted, drafts }: Omit<Played, 'moments'>,
  document: Document,
  operations: readonly Operation[],
): Filling {
  const bodies = new Map<string, unknown[]>()
  for (const { method, path, body } of accepted) {
    const id = operationAt(operations, method, path)?.id
    if (id !== undefined) bodies.set(id, [...(bodies.get(id) ?? []), body])
  }
  // What the demo's people never send has the parts of what they do.
  const form = accepted.find(({ method, path }) => method === 'PUT' && path.startsWith('/api/drafts/'))?.body
  const meeting = { date: '2027-06-30', time: '13:00', minutes: 60, place: 'The library' }
  const { content } = (bodies.get('save-version')?.at(-1) ?? {}) as { content?: unknown }
  for (const [id, body] of [
    ['resubmit-proposal', { form }],
    ['revise-proposal', { form }],
    ['check-version', { content }],
    ['plan-meeting', { ...meeting, purpose: 'kick-off' }],
    ['unmark-paper', { paper: 'appraisal', reason: 'It was marked by mistake.' }],
    ['move-meeting', { ...meeting, id: 1, reason: 'Somebody is on leave.' }],
  ] as const)
    bodies.set(id, [...(bodies.get(id) ?? []), body])
  const people = world.people.map(({ id }) => id)
  const organisations = world.sample.organisations.map(({ id }) => id)
  const criteria = ['clinical-quality', 'access', 'integration', 'mobilisation', 'social-value']
  const small = [1, 2, 3]
  return {
    resolve: resolverOf(document),
    accepted: bodies,
    named: {
      caseId: [play.caseId],
      month: ['2026-11'],
      draftId: [play.caseId, ...drafts],
      ...Object.fromEntries(
        ['person', 'personId', 'candidate', 'present', 'member', 'nominee'].map((name) => [name, people]),
      ),
      organisationId: organisations,
      practiceId: world.sample.practices.map(({ id }) => id),
      read: organisations,
      criterionId: criteria,
      criterion: criteria,
      key: criteria,
      dueAt: ['2027-11-30T12:00:00.000Z'],
      kind: ['nothing to declare', 'interests', 'practice', 'current staff', 'patients'],
      weight: ['75'],
      priceShare: ['25'],
      ...Object.fromEntries(['version', 'from', 'to', 'id', 'draw', 'number'].map((name) => [name, small])),
      round: [1],
      basedOn: [0, 1, 2],
      sequence: [1, 5, 9, 40],
    },
    any: [
      '13:00',
      ...['It is so, and here is why.', 'Because.', '25', '12.5', 'a-name', '2027-06-30', '"7"', play.caseId],
      ...[
        'AAAA',
        '0'.repeat(64),
        'a'.repeat(64),
        'b'.repeat(32),
        'someone@practice.example',
        'https://practice.example/',
      ],
      ...people.slice(0, 5),
      ...organisations.slice(0, 3),
      ...criteria,
    ],
  }
}
