import type { Case } from '../../domain/case/case.ts'
import { mayServe } from '../../domain/conflict/conflict.ts'
import { pool } from '../../domain/nomination/nomination.ts'
import type { DrawEvent } from '../../domain/panel-draw/draw.ts'
import { entryOf } from '../../domain/panel-draw/fair-draw/entry.ts'
import { existsFrom } from '../../domain/panel-draw/randomness/source.ts'
import { told } from '../../domain/time/deadline.ts'
import { pages } from '../messages/pages.ts'
import type { Deps } from '../runtime/deps.ts'
import { addressees } from './addressees.ts'
import { mailOnce } from './mail-once.ts'
import { tryEach } from './try-each.ts'

type Committed = Extract<DrawEvent, { type: 'DrawCommitted' }>['data']

/**
 * Sends each nominee in a pool what the draw was committed to, and their own salt, before the randomness exists: whoever kept
 * the mail can show later that they were in the pool, and that nothing was changed. Whoever accepted a nomination and is not in the
 * pool hears that, and why: nobody else could notice that somebody was left out.
 */
export async function tellOfTheDraw(deps: Deps, theCase: Case, { terms, commitment, salts }: Committed): Promise<void> {
  const { title } = theCase.proposal.form
  const nominees = await addressees(
    deps,
    theCase.id,
    Object.keys(salts).map((id) => ({ kind: 'person', id })),
  )
  await tryEach(nominees, async (nominee) => {
    const { id: person } = nominee
    const salt = salts[person] ?? ''
    await mailOnce(deps, [nominee], `${theCase.id}#draw#${terms.draw}`, {
      subject: `You are in the draw: ${title}`,
      text: [
        `You are one of ${terms.instance.pool.length} nominees from whom the panel for “${title}” will be drawn (draw ${terms.draw}).`,
        `The draw is bound to this commitment: ${commitment}`,
        `The randomness that decides it does not exist before ${told(existsFrom(terms.source))}. Keep this email. With it, you can find out if anybody changes the pool, the chances or the panels afterwards.`,
        `Your entry in the published pool: ${entryOf(person, salt)}\nYour identifier: ${person}\nYour salt, which shows that the entry is yours and is sent to nobody else: ${salt}`,
        `Once the panel has been drawn, its certificate will be on the page below. You can check it there, or on your own computer:\nnpm run verify -- certificate.json --commitment ${commitment} --nominee ${person}:${salt}`,
      ].join('\n\n'),
      page: pages.draw(theCase.id),
    })
  })
  const out = leftOut(theCase, salts)
  const without = await addressees(
    deps,
    theCase.id,
    out.map((id) => ({ kind: 'person', id })),
  )
  await tryEach(without, (nominee) =>
    mailOnce(deps, [nominee], `${theCase.id}#draw#${terms.draw}`, {
      subject: `You are not in the draw: ${title}`,
      text: [
        `The panel for “${title}” will be drawn (draw ${terms.draw}) from ${terms.instance.pool.length} nominees. You accepted a nomination, and are not one of them: ${whyOut(theCase, nominee.id)}.`,
        `If you think that this is wrong, write to the programme manager before ${told(existsFrom(terms.source))}: until then the draw can be made again with you in it.`,
        `The draw is bound to this commitment: ${commitment}`,
      ].join('\n\n'),
      page: pages.draw(theCase.id),
    }),
  )
}

/** Who accepted a nomination, and has neither a seat nor a place in the pool. */
const leftOut = ({ nomination, panel }: Case, salts: Committed['salts']): string[] =>
  nomination ? pool(nomination).filter((person) => salts[person] === undefined && !panel?.seats[person]) : []

const whyOut = ({ conflicts, ruleBook }: Case, person: string): string =>
  mayServe(conflicts, person)
    ? `you serve on ${ruleBook.panel.mostPanelsAtOnce} panels at once already, the most that one person may`
    : conflicts?.standings[person]?.status === 'flagged'
      ? 'nobody has ruled yet on an interest of yours'
      : 'by the rules you cannot sit on this panel'
