import * as z from 'zod'

export const effects = ['bar', 'ineligible', 'flag'] as const
export type Effect = (typeof effects)[number]

const always = <E extends Effect>(effect: E) => z.literal(effect).default(effect)
const setting = <E extends Effect>(effect: E) => z.enum(['bar', 'flag']).default(effect as 'bar' | 'flag')

/** Every rule of requirements §4 as a row of the rule book. A bar is never relaxed: only where §4 says *setting* is there a choice. */
export const ruleRows = z
  .strictObject({
    'bar-company': always('bar'),
    'bar-own-provider': always('bar'),
    'partner-of-owning-practice': setting('bar'),
    'bar-this-case': always('bar'),
    'bar-ownership-chain': always('bar'),
    'bar-family': always('bar'),
    'bar-business-partner': always('bar'),
    'bar-ended-tie': always('bar'),
    'ineligible-proposer': always('ineligible'),
    'staff-of-owning-practice': setting('flag'),
    'flag-employer-owns': setting('flag'),
    'flag-host': setting('flag'),
    'flag-gift': setting('flag'),
    'flag-undeclared': setting('flag'),
    'flag-small-ownership': setting('flag'),
    'flag-paid-adviser': setting('flag'),
    'flag-other': setting('flag'),
    'flag-unknown-organisation': setting('flag'),
    'flag-similar-name': setting('flag'),
  })
  .prefault({})
export type RuleRows = z.infer<typeof ruleRows>
export type RuleId = keyof RuleRows

export const ruleIds = ruleRows.unwrap().keyof().options
