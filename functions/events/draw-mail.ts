import type { Case } from '../../domain/case/case.ts'
import type { DrawEvent } from '../../domain/panel-draw/draw.ts'
import { entryOf } from '../../domain/panel-draw/fair-draw/entry.ts'
import { existsFrom } from '../../domain/panel-draw/randomness/source.ts'
import { told } from '../../domain/time/deadline.ts'
import type { Deps } from '../runtime/deps.ts'
import { addressees } from './addressees.ts'
import { mailOnce } from './mail-once.ts'
import { pages } from './pages.ts'
import { tryEach } from './try-each.ts'

type Committed = Extract<DrawEvent, { type: 'DrawCommitted' }>['data']

/**
 * Sends each nominee in a pool what the draw was committed to, and their own salt, before the randomness exists: whoever kept
 * the mail can show later that they were in the pool, and that nothing was changed.
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
}
