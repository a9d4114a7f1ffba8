import { type Fault, Refusal } from '../refusal.ts'
import { enteredDay } from '../time/entered.ts'
import { type Instant, londonDate } from '../time/instant.ts'

/** What is no day is a fault of its own. */
const dated = enteredDay('no day')

/**
 * The consultations of a form, finished or not, that are dated after the day it is looked at: nobody has said anything yet, and
 * consultation is evidence (requirements §1).
 */
export function notYetHeld({ consulted }: { consulted?: unknown }, at: Instant): Fault[] {
  const today = londonDate(at)
  return (Array.isArray(consulted) ? consulted : []).flatMap((entry: { when?: unknown } | null, index) =>
    dated.safeParse(entry?.when).success && String(entry?.when) > today
      ? [
          {
            path: ['consulted', index, 'when'],
            message: 'Enter a date that has passed: say what they said once they have said it',
          },
        ]
      : [],
  )
}

/** @param within where the form stands in what was sent */
export function mustHaveBeenHeld(form: { consulted?: unknown }, at: Instant, within: string[] = []): void {
  const faults = notYetHeld(form, at).map((fault) => ({ ...fault, path: [...within, ...fault.path] }))
  if (faults.length > 0)
    throw new Refusal('Invalid', 'A consultation is dated in the future. Nothing was changed.', faults)
}
