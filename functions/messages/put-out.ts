import type { Case } from '../../domain/case/case.ts'
import { nomineeFacts } from '../../domain/conflict/check-nominees.ts'
import type { ConflictEvent, Finding } from '../../domain/conflict/conflict.ts'
import type { Mail } from '../../domain/message/message.ts'
import { seatOf } from '../../domain/panel/panel.ts'
import { pages } from './pages.ts'

type Said<T extends ConflictEvent['type']> = Extract<ConflictEvent, { type: T }>['data']

/**
 * Nobody goes out unseen by what one officer entered: everybody who answers for the case hears at once that a check put out
 * somebody who took part, or anybody by what was entered of others (requirements §4). Who it is, is for the portal.
 */
export function ofCheck(theCase: Case, { results, changed = [] }: Said<'ConflictsChecked'>): Mail[] {
  const entered = (person: string) =>
    (results[person]?.findings ?? []).some((finding) => bars(theCase, finding) && finding.enteredBy !== undefined)
  const out = changed.filter(
    ({ person, from, to }) =>
      to === 'barred' &&
      (entered(person) || satIn(theCase, person) || (from !== 'unchecked' && couldBeDrawn(theCase, person))),
  )
  if (out.length === 0) return []
  const [whom, are] = out.length === 1 ? ['one person', 'is'] : [`${out.length} people`, 'are']
  const how = out.some(({ person }) => entered(person)) ? ' Somebody else entered what it rests on.' : ''
  return mails(theCase, `${whom} ${are} out for a conflict of interest, by what the register of interests says.${how}`)
}

/** That a ruling took a seat, to the others who answer for the case. */
export function ofBar(theCase: Case, { person }: Said<'PersonBarred'>): Mail[] {
  const standing = theCase.conflicts?.standings[person]
  const by = standing?.status === 'barred' ? standing.ruling?.by : undefined
  return satIn(theCase, person)
    ? mails(theCase, 'a member of the panel is out for a conflict of interest, by a ruling on a flagged interest.', by)
    : []
}

const bars = ({ ruleBook }: Case, { rule }: Finding): boolean => ruleBook.conflict.rules[rule] === 'bar'

/** Until they were put out with this. */
const satIn = ({ panel }: Case, person: string): boolean => seatOf(panel, person)?.status === 'excluded'

const couldBeDrawn = (theCase: Case, person: string): boolean =>
  ['nomination', 'panel-formation'].includes(theCase.life.stage) && Object.hasOwn(nomineeFacts(theCase), person)

function mails({ id, proposal }: Case, what: string, but?: string): Mail[] {
  const { title } = proposal.form
  const mail = (to: Mail['to'], where: string, page: string): Mail => ({
    to,
    ...(but !== undefined && { but }),
    subject: `Out for a conflict of interest: ${title}`,
    text: `In “${title}”, ${what}\n\n${where} If it rests on a mistake, say so to the programme manager and the deputy: what was entered can be struck out, with a reason.`,
    page,
  })
  return [
    mail(
      [{ kind: 'programme-manager' }, { kind: 'deputy-programme-manager' }],
      'Sign in to read who, why, and by whom it was entered or ruled.',
      pages.conflicts(id),
    ),
    mail(
      [{ kind: 'approver' }],
      'The programme manager and the deputy can both read who, why, and by whom it was entered or ruled. Ask the one who did not do it.',
      pages.case(id),
    ),
  ]
}
