import * as z from '../zod.ts'

export const effects = ['bar', 'ineligible', 'flag'] as const
export type Effect = (typeof effects)[number]

const always = <E extends Effect>(effect: E) => z.literal(effect).default(effect)
const settable = <E extends Effect>(effect: E) => z.enum(['bar', 'flag']).default(effect as 'bar' | 'flag')

/** Every rule of requirements §4 as a row of the rule book. A bar is never relaxed: only where §4 says *setting* is there a choice. */
const rows = {
  'bar-company': always('bar'),
  'bar-own-provider': always('bar'),
  'partner-of-owning-practice': settable('bar'),
  'bar-this-case': always('bar'),
  'bar-ownership-chain': always('bar'),
  'bar-subsidiary': always('bar'),
  'bar-family': always('bar'),
  'bar-business-partner': always('bar'),
  'bar-ended-tie': always('bar'),
  'ineligible-proposer': always('ineligible'),
  'staff-of-owning-practice': settable('flag'),
  'flag-employer-owns': settable('flag'),
  'flag-same-group': settable('flag'),
  'flag-close-interest': settable('flag'),
  'flag-host': settable('flag'),
  'flag-gift': settable('flag'),
  'flag-undeclared': settable('flag'),
  'flag-small-ownership': settable('flag'),
  'flag-paid-adviser': settable('flag'),
  'flag-other': settable('flag'),
  'flag-unknown-organisation': settable('flag'),
  'flag-similar-name': settable('flag'),
}
export const ruleRows = z.strictObject(rows).prefault({})
export type RuleRows = z.infer<typeof ruleRows>
export type RuleId = keyof RuleRows

export const ruleIds = Object.keys(rows) as RuleId[]
