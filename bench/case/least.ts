import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { isRegisterEvent } from '../../functions/store/keys.ts'
import type { TableRequest } from '../observed-locality.ts'
import type { Entered, Ran } from './histories.ts'

export interface Least {
  transitions: number
  invocations: number
  reads: number
  writes: number
}

/**
 * What the case would need at least, as it was played (docs/performance.md counts it by hand). Each state on its way once,
 * and for each wait the two more that see what it brought, *Attend* and its Choice. What a person does is two reads (who
 * they are, the case) and one transaction, what they look at two reads; a step is one read and one transaction. A wait is
 * the looks of *Attend* and the token; waking it reads the case and forgets the token. What somebody declares for the case
 * goes to the register, and whoever it concerns is checked against that (requirements §4): two transactions and their reads;
 * and because the register has changed, the list of open cases is read, and the case once more.
 */
export function leastOf(ran: Ran[], requests: TableRequest[]): Least {
  const states = ran.flatMap(({ entered }) => [...new Map(entered.map((state) => [state.name, state])).values()])
  const waits = states.filter(isWait).length
  const woken = waits - ran.filter(({ entered }) => isWait(entered.at(-1))).length
  const steps = states.filter(({ calls }) => calls).length - 2 * waits
  const ofPeople = requests.filter(({ origin }) => origin.startsWith('api'))
  const acts = ofPeople.filter(({ kind }) => kind === 'write').length
  const looks = new Set(ofPeople.filter(({ origin }) => origin.startsWith('api GET')).map(({ occasion }) => occasion))
    .size
  const declared = requests.filter((request) => request.origin === 'events' && changesTheRegister(request)).length
  return {
    transitions: states.length + 2 * woken,
    invocations: states.filter(({ calls }) => calls).length + woken,
    reads: 2 * acts + 2 * looks + steps + waits + 2 * woken + 4 * declared,
    writes: acts + steps + waits + woken + 2 * declared,
  }
}

const changesTheRegister = ({ input }: TableRequest): boolean =>
  ((input as TransactWriteCommandInput).TransactItems ?? []).some(
    ({ Put }) => Put?.Item && isRegisterEvent(String(Put.Item['pk']), String(Put.Item['sk'])),
  )

/** Ask, the state in which a workflow sleeps: its name says so (design §2). */
function isWait(state: Entered | undefined): boolean {
  return state?.calls === true && /^(Ask for|Wait for) /.test(state.name)
}
