import type { Case } from '../../domain/case/case.ts'
import type { Party } from '../../domain/case/party.ts'
import type { Mail } from '../../domain/message/message.ts'
import { shortfallTold } from '../../domain/nomination/shortfall.ts'
import { substituting } from '../../domain/substitution/substituting.ts'
import { happened, told } from '../../domain/time/deadline.ts'
import { waitRules } from '../../domain/wait/rules.ts'
import type { Wait, WaitName } from '../../domain/wait/wait.ts'
import { whatIsAsked } from '../../workflows/waits.ts'
import type { Asking } from '../store/keys.ts'
import { pages } from './pages.ts'

/** An open wait of a case, and whom it waits for now. */
export interface WaitNow {
  of: Asking
  wait: Wait
  who: Party[]
}

/** Those of a case; none when it has gone on, is paused or has ended. */
export function waitsNow(theCase: Case): WaitNow[] {
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

const waitNamed = (theCase: Case, name: WaitName) => waitsNow(theCase).find(({ wait }) => wait.name === name)

const isForSecretariat = ({ kind }: Party) => kind === 'programme-manager'

/** One mail for each kind of party: all of a kind are asked for the same, on the same page. */
const byKind = (who: readonly Party[], mail: (to: Party[], kind: Party['kind']) => Mail): Mail[] =>
  [...Map.groupBy(who, ({ kind }) => kind)].map(([kind, to]) => mail(to, kind))

/** Those who are waited for by name, and are to be told at once: what is asked of them. @param only these; everybody, where it is not said */
export function asked(theCase: Case, only?: readonly string[]): Mail[] {
  const { title } = theCase.proposal.form
  return waitsNow(theCase).flatMap(({ wait, who }) =>
    byKind(
      who.filter((party) => party.kind === 'person' && (only?.includes(party.id) ?? true)),
      (to, kind) => ({
        to,
        subject: `Waiting for you: ${title}`,
        text: `“${title}” is waiting for you to ${whatIsAsked(wait.name, to)}. It is due by ${told(wait.dueAt)}.\n\nSign in to do it.`,
        page: pages.wait(theCase.id, wait.name, kind),
      }),
    ),
  )
}

/** Those whom a `Reminded` event names: what waits for them, and until when. A link opens a page; it never acts. */
export function reminders(
  theCase: Case,
  { who, wait: name, reason }: { who: Party[]; wait: WaitName; reason?: string },
): Mail[] {
  const wait = waitNamed(theCase, name)?.wait
  if (!wait) return []
  const { title } = theCase.proposal.form
  const lacking = name === 'nominations' ? ` ${shortfallTold(theCase)}`.trimEnd() : ''
  const byHand = reason === undefined ? '' : `\n\nThe programme manager reminds you: ${reason}`
  return byKind(who, (to, kind) => ({
    to,
    subject: `Reminder: ${title}`,
    text: `“${title}” is waiting for you to ${whatIsAsked(wait.name, to)}. It is due by ${told(wait.dueAt)}.${lacking}${byHand}\n\nSign in to see what to do.`,
    page: pages.wait(theCase.id, wait.name, kind),
  }))
}

/** The secretariat with the reason of an escalation, and those who are waited for without it. */
export function escalations(theCase: Case, { wait: name, because }: { wait: WaitName; because: string }): Mail[] {
  const now = waitNamed(theCase, name)
  if (!now?.wait.escalatedAt) return []
  const { wait, who } = now
  const { title } = theCase.proposal.form
  const since = `It has been waiting since ${happened(wait.since)}, and was due by ${told(wait.dueAt)}.`
  return [
    {
      to: [{ kind: 'programme-manager' }, { kind: 'deputy-programme-manager' }],
      subject: `Held up: ${title}`,
      text: `“${title}” is held up. ${because} It is waiting for somebody to ${whatIsAsked(wait.name, who)}. ${since}\n\n${whatToDo(who)}`,
      page: pages.case(theCase.id),
    },
    ...byKind(
      who.filter((one) => !isForSecretariat(one)),
      (to, kind) => ({
        to,
        subject: `Overdue: ${title}`,
        text: `“${title}” is still waiting for you to ${whatIsAsked(wait.name, to)}. ${since} The programme manager has been told.\n\nSign in and do it now, or tell the programme manager what is stopping you.`,
        page: pages.wait(theCase.id, wait.name, kind),
      }),
    ),
  ]
}

/** What can be done about a wait that is overdue. */
const whatToDo = (who: Party[]): string =>
  who.some(isForSecretariat)
    ? 'Sign in to do it, or to extend the deadline, with a reason.'
    : 'Sign in to send a reminder, or to extend the deadline, pause the case or send it back, with a reason.'
