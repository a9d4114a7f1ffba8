import type { CaseEvent } from '../../../domain/case/event.ts'
import { chain, GENESIS } from '../../../domain/record/chain.ts'
import { checked, commit, drawn, having, later } from './drawing.ts'
import { beacon } from './fair-draw/honest.ts'

/** The draw of a case from its commitment to its panel, as an exported record has it. */
export const theCase = checked()
const [committing] = await commit(theCase)
export const made = await drawn(having(theCase, await commit(theCase)), later(24), async () => beacon.signature)
const drawing = made.find(({ type }) => type === 'PanelDrawn')
if (committing?.type !== 'DrawCommitted' || drawing?.type !== 'PanelDrawn') throw new Error('There was no draw.')
export const [commitment, panel] = [committing, drawing]

/** What was done, when, and by which person; without one, by a step. */
export type Entered = [CaseEvent, string, string?]

/** These events as an exported record has them. */
export function recorded(...events: Entered[]) {
  return events.map(([{ type, data }, at, person], index) => {
    const payload = { salt: 'a', data: JSON.parse(JSON.stringify(data)) }
    const entry = chain(
      { ...GENESIS, sequence: index },
      { caseId: theCase.id, at, by: person ? { person, as: 'programme-manager' } : { step: 'a-step' }, type },
      payload,
    )
    return { entry, payload }
  })
}

export const { terms, salts } = commitment.data
/** The commitment with something else in its terms. */
export const withTerms = (change: object): CaseEvent =>
  ({ ...commitment, data: { ...commitment.data, terms: { ...terms, ...change } } }) as CaseEvent
