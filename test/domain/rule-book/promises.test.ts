import { expect, test } from 'vitest'
import { tell } from '../../../domain/case/tell.ts'
import { changedRules } from '../../../domain/rule-book/changed.ts'
import { brokenPromises } from '../../../domain/rule-book/promises.ts'
import { defaultRuleBook, type RuleBook, ruleBookSchema } from '../../../domain/rule-book/rule-book.ts'

/** What is wrong with a rule book that says this, and is the default otherwise. */
const faultsOf = (settings: object) =>
  brokenPromises(ruleBookSchema.parse(settings)).map(({ path, message }) => `${path.join('.')}: ${message}`)

const [none, aDay] = [
  { count: 0, unit: 'hours' },
  { count: 24, unit: 'hours' },
] as const

test('the defaults break no promise', () => expect(faultsOf({})).toEqual([]))

// [what would come of it, the settings, the field that is named, and what is said], then the last value that may be.
test.each([
  [
    'a tie bars no longer on the day after',
    { conflict: { endedTiesBarForMonths: 23 } },
    /^ruleBook\.conflict\.endedTiesBarForMonths: .* 24 months/,
    { conflict: { endedTiesBarForMonths: 24 } },
  ],
  [
    'ownership of more than a little counts as small',
    { conflict: { smallOwnershipBelow: 101 } },
    /^ruleBook\.conflict\.smallOwnershipBelow: .* at most 100$/,
    { conflict: { smallOwnershipBelow: 100 } },
  ],
  [
    'no scores are ever discussed',
    { evaluation: { moderateAboveSpread: 100 } },
    /^ruleBook\.evaluation\.moderateAboveSpread: Enter at most 99/,
    { evaluation: { moderateAboveSpread: 99 } },
  ],
  [
    'a seat is offered and gone',
    { panel: { acceptWithin: none } },
    /^ruleBook\.panel\.acceptWithin\.count: Enter a time above 0 for “accept within \(panel\)”$/,
    { panel: { acceptWithin: { count: 1, unit: 'hours' } } },
  ],
  [
    'who is waited for is reminded without end',
    { chaseEvery: none },
    /^ruleBook\.chaseEvery\.count: Enter a time above 0 for “chase every”$/,
    { chaseEvery: { count: 1, unit: 'hours' } },
  ],
  [
    'nobody could ask',
    { tender: { questionsCloseBefore: { count: 30, unit: 'calendar days' } } },
    /^ruleBook\.tender\.questionsCloseBefore\.count: Enter less than 30 calendar days/,
    { tender: { questionsCloseBefore: { count: 29, unit: 'calendar days' } } },
  ],
  [
    'practices are reminded of what has closed',
    { nomination: { remindAfter: { count: 10, unit: 'working days' } } },
    /^ruleBook\.nomination\.remindAfter\.count: Enter less than 14 calendar days/,
    { nomination: { remindAfter: { count: 9, unit: 'working days' } } },
  ],
  [
    'members are reminded of what has closed',
    { evaluation: { declareWithin: aDay } },
    /^ruleBook\.evaluation\.remindToDeclareAfter\.count: Enter less than 24 hours/,
    { evaluation: { declareWithin: aDay, remindToDeclareAfter: { count: 23, unit: 'hours' } } },
  ],
  [
    'a bidder is reminded of what has closed',
    { evaluation: { remindToSupplyAfter: aDay } },
    /^ruleBook\.evaluation\.remindToSupplyAfter\.count: /,
    { evaluation: { remindToSupplyAfter: { count: 23, unit: 'hours' } } },
  ],
  [
    'a proposal is reminded of after it was escalated',
    { submission: { remindAfter: { count: 15, unit: 'working days' } } },
    /^ruleBook\.submission\.remindAfter\.count: Enter less than 15 working days/,
    { submission: { remindAfter: { count: 14, unit: 'working days' } } },
  ],
  [
    'a review is over before it can begin',
    { afterAward: { reviewBy: { count: 183, unit: 'calendar days' } } },
    /^ruleBook\.afterAward\.reviewAfter\.count: /,
    { afterAward: { reviewBy: { count: 184, unit: 'calendar days' } } },
  ],
  [
    'a wait outlives its workflow',
    { tender: { openFor: { count: 366, unit: 'calendar days' } } },
    /^ruleBook\.tender\.openFor\.count: Enter at most a year/,
    { tender: { openFor: { count: 365, unit: 'calendar days' } } },
  ],
  [
    'the law’s month is over',
    { erasures: { agreeWithin: { count: 21, unit: 'working days' } } },
    /^ruleBook\.erasures\.agreeWithin\.count: .* the law gives a month/,
    { erasures: { agreeWithin: { count: 20, unit: 'working days' } } },
  ],
  [
    'public numbers can be guessed',
    { panel: { publicNumbers: { count: 3, highest: 182 } } },
    /^ruleBook\.panel\.publicNumbers\.count: .* a million ways/,
    { panel: { publicNumbers: { count: 3, highest: 183 } } },
  ],
])('no setting makes a promise into nothing: %s', (_, settings, says, allowed) => {
  expect(faultsOf(settings)).toEqual([expect.stringMatching(says)])
  expect(faultsOf(allowed)).toEqual([])
})

/** The same with no time for anything. */
const withoutTime = (value: object): object =>
  'unit' in value
    ? { ...value, count: 0 }
    : Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          key,
          typeof inner === 'object' && !Array.isArray(inner) ? withoutTime(inner) : inner,
        ]),
      )

test('no time at all is refused everywhere, all at once', () => {
  const book = defaultRuleBook()
  const noTime = brokenPromises(withoutTime(book) as RuleBook).filter(({ message }) => message.includes('above 0'))
  expect(noTime.length).toBe(JSON.stringify(book).split('"unit"').length - 1)
  expect(noTime.length).toBeGreaterThan(40)
})

test('a case that runs already is read with what it was accepted with', () =>
  expect(ruleBookSchema.parse({ conflict: { endedTiesBarForMonths: 12 } }).conflict.endedTiesBarForMonths).toBe(12))

test('what a case does otherwise than usual is told to everybody who can read when it was accepted', () => {
  expect(changedRules(defaultRuleBook())).toEqual([])
  const said = (settings: object) => changedRules(ruleBookSchema.parse(settings))
  expect(
    said({
      nomination: { closeAfter: { count: 2, unit: 'hours' } },
      panel: { size: 3, randomness: 'commit-reveal', skills: [{ name: 'sign language', fewest: 1 }] },
      decision: { awardNeedsPublishedNotice: true },
    }),
  ).toEqual([
    'close after (nomination): 2 hours, usually 14 calendar days',
    'size (panel): 3, usually 7',
    'skills (panel): sign language 1, usually none',
    'award needs published notice (decision): yes, usually no',
  ])
  const accepted = tell('ProposalAccepted', { ruleBook: ruleBookSchema.parse({ panel: { size: 3 } }) })
  expect(accepted).toMatch(/fixed for this case\. Otherwise than usual: size \(panel\): 3, usually 7\.$/)
})
