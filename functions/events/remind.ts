import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../../domain/case/case.ts'
import type { Party } from '../../domain/case/party.ts'
import type { Person } from '../../domain/locality/locality.ts'
import { told } from '../../domain/time/deadline.ts'
import type { Deps } from '../runtime/deps.ts'
import { keys } from '../store/keys.ts'
import { loadGroup, loadPerson } from '../store/locality-store.ts'

/** Mails those whom a `Reminded` event names: what waits for them, and until when. A link opens a page; it never acts. */
export async function remind(deps: Deps, theCase: Case, sequence: number): Promise<void> {
  const { wait } = theCase.life
  if (!wait) return
  const { Item } = await deps.table.client.send(
    new GetCommand({ TableName: deps.table.name, Key: keys.payload(theCase.id, sequence) }),
  )
  const { who } = (Item?.['data'] ?? { who: [] }) as { who: Party[] }
  const people = new Map(
    (await Promise.all(who.map((party) => peopleOf(deps, party)))).flat().map((one) => [one.id, one]),
  )
  const { title } = theCase.proposal.form
  for (const { email, name } of people.values())
    await deps.mail.send({
      to: email,
      subject: `Waiting for you: ${title}`,
      text: `Dear ${name},\n\n“${title}” waits for you (${wait.name}). It is due by ${told(wait.dueAt)}.\n\nSign in to the portal to see what to do.\n`,
    })
}

async function peopleOf(deps: Deps, party: Party): Promise<Person[]> {
  if (party.kind === 'person') {
    const known = await loadPerson(deps, party.id)
    return known ? [known.person] : []
  }
  return loadGroup(deps, 'id' in party ? party.id : party.kind)
}
