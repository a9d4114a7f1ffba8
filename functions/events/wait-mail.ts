import type { Case } from '../../domain/case/case.ts'
import type { Party } from '../../domain/case/party.ts'
import { substituting } from '../../domain/substitution/substituting.ts'
import { told } from '../../domain/time/deadline.ts'
import { waitRules } from '../../domain/wait/rules.ts'
import type { Wait, WaitName } from '../../domain/wait/wait.ts'
import { whatIsAsked } from '../../workflows/waits.ts'
import type { Deps } from '../runtime/deps.ts'
import type { Asking } from '../store/keys.ts'
import { addressees } from './addressees.ts'
import { mailOnce } from './mail-once.ts'
import { pages } from './pages.ts'
import { tryEach } from './try-each.ts'

/** Events that ask a person for something of their own: they are told at once, not by the next digest. */
const asks = ['PersonNominated', 'PanelDrawn', 'PanelFilledWithoutDraw', 'RepresentationMade', 'ChangePutToVote']
export const asksSomebody = (type: string): boolean => asks.includes(type)

/** The open waits of a case, with whom each waits for now; none when the case has gone on, is paused or has ended. */
export function waitsNow(theCase: Case): { of: Asking; wait: Wait; who: Party[] }[] {
  const { status, wait, substitution } = theCase.life
  if (status !== 'open') return []
  return [
    ...(wait ? [{ of: 'stage' as const, wait, who: waitRules[wait.name].waitsFor(theCase) }] : []),
    ...(substitution?.wait
      ? [
          {
            of: 'substitution' as const,
            wait: substitution.wait,
            who: waitRules[substitution.wait.name].waitsFor(substituting(theCase)),
          },
        ]
      : []),
  ]
}

const isSecretariat = ({ kind }: Party) => kind === 'programme-manager'

/** Mails each person who is waited for by name what is asked of them: once for each wait, whichever event tells of it. */
export async function tellWhoIsAsked(deps: Deps, theCase: Case): Promise<void> {
  const { title } = theCase.proposal.form
  const named = waitsNow(theCase).flatMap(({ wait, who }) =>
    who.filter(({ kind }) => kind === 'person').map((party) => ({ wait, party })),
  )
  const people = await addressees(
    deps,
    theCase.id,
    named.map(({ party }) => party),
  )
  await tryEach(
    named.flatMap(({ wait, party }) =>
      people.filter(({ id }) => 'id' in party && party.id === id).map((person) => ({ wait, party, person })),
    ),
    async ({ wait, party, person }) => {
      await mailOnce(deps, [person], `${theCase.id}#${wait.since}#${wait.name}${changeVotedOn(theCase)}`, {
        subject: `Waiting for you: ${title}`,
        text: `“${title}” is waiting for you to ${whatIsAsked(wait.name, [party])}. It is due by ${told(wait.dueAt)}.\n\nSign in to do it.`,
        page: pages.wait(theCase.id, wait.name, party.kind),
      })
    },
  )
}

/** Within one wait the panel may be asked to vote on several changes, and is told of each. */
const changeVotedOn = ({ specification }: Case): string =>
  specification?.status === 'approved' && specification.change ? `#${specification.change.version}` : ''

/** Mails an escalation to the programme manager and the deputy, and to those who are waited for; once each. */
export async function tellOfEscalation(
  deps: Deps,
  theCase: Case,
  escalation: { sequence: number; wait: WaitName; because: string },
): Promise<void> {
  const now = waitsNow(theCase).find(({ wait: { name } }) => name === escalation.wait)
  if (!now?.wait.escalatedAt) return
  const { wait, who } = now
  const { title } = theCase.proposal.form
  const about = `${theCase.id}#escalated#${escalation.sequence}`
  const since = `It has been waiting since ${told(wait.since)}, and was due by ${told(wait.dueAt)}.`
  const secretariat = [{ kind: 'programme-manager' }, { kind: 'deputy-programme-manager' }] as const
  const tellSecretariat = async () =>
    mailOnce(deps, await addressees(deps, theCase.id, secretariat), about, {
      subject: `Held up: ${title}`,
      text: `“${title}” is held up. ${escalation.because} It is waiting for somebody to ${whatIsAsked(wait.name, who)}. ${since}\n\n${whatToDo(who)}`,
      page: pages.case(theCase.id),
    })
  const tellWhoIsWaitedFor = async (party: Party) =>
    mailOnce(deps, await addressees(deps, theCase.id, [party]), about, {
      subject: `Overdue: ${title}`,
      text: `“${title}” is still waiting for you to ${whatIsAsked(wait.name, [party])}. ${since} The programme manager has been told.\n\nSign in and do it now, or tell the programme manager what is stopping you.`,
      page: pages.wait(theCase.id, wait.name, party.kind),
    })
  const waitedFor = who.filter((one) => !isSecretariat(one))
  await tryEach([tellSecretariat, ...waitedFor.map((party) => () => tellWhoIsWaitedFor(party))], (tell) => tell())
}

/** What can be done about a wait that is overdue. */
const whatToDo = (who: Party[]): string =>
  who.some(isSecretariat)
    ? 'Sign in to do it, or to extend the deadline, with a reason.'
    : 'Sign in to send a reminder, or to extend the deadline, pause the case or send it back, with a reason.'
