import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRuleBook, ruleBookSchema } from '../../../domain/rule-book/rule-book.ts'
import { majority, resultOf, roundIsOver, tallyOf } from '../../../domain/vote/count.ts'
import { castBallot, countRound, openVote } from '../../../domain/vote/decide.ts'
import { evolveVote } from '../../../domain/vote/evolve.ts'
import { ABSTAIN, reasonsGiven, type Vote, type VoteEvent, voteSchema, yetToVote } from '../../../domain/vote/vote.ts'

const at = '2026-03-02T09:00:00.000Z'
const members = ['ann', 'bob', 'cyd', 'dee', 'eve', 'fay', 'gus']
const { voting: rule } = defaultRuleBook()
const { quorum, majority: half } = rule

const play = (events: VoteEvent[], vote?: Vote): Vote | undefined =>
  events.reduce((state: Vote | undefined, event) => evolveVote('appraisal', state, { ...event, at }), vote)

function opened(): Vote {
  const vote = play([openVote('appraisal', ['for', 'against'])])
  if (!vote) throw new Error('not opened')
  return vote
}

const voting = (vote: Vote, choices: Record<string, string>): Vote =>
  Object.entries(choices).reduce((state, [person, option]) => {
    const round = state.status === 'open' ? state.round : 0
    const events = castBallot('appraisal', state, members, {
      round,
      person,
      option,
      reasons: `${person} says ${option}`,
    })
    return play(events, state) ?? state
  }, vote)

const count = (vote: Vote, who = members): Vote => play(countRound('appraisal', vote, who, rule), vote) ?? vote

describe('one member, one vote, with reasons (requirements §7)', () => {
  it('refuses whoever is not a member', () => {
    expect(() =>
      castBallot('appraisal', opened(), members, { round: 1, person: 'manager', option: 'for', reasons: 'x' }),
    ).toThrow(expect.objectContaining({ code: 'NotAllowed' }))
  })

  it('refuses a second vote in a round', () => {
    const vote = voting(opened(), { ann: 'for' })
    expect(() => voting(vote, { ann: 'against' })).toThrow(expect.objectContaining({ code: 'AlreadyDone' }))
  })

  it('names an unknown option and missing reasons at once', () => {
    expect(() =>
      castBallot('appraisal', opened(), members, { round: 1, person: 'ann', option: 'maybe', reasons: '  ' }),
    ).toThrow(
      expect.objectContaining({
        code: 'Invalid',
        faults: [expect.objectContaining({ path: ['option'] }), expect.objectContaining({ path: ['reasons'] })],
      }),
    )
  })

  it('refuses a vote before it is put, for another round, and after it is counted', () => {
    const ballot = { round: 1, person: 'ann', option: 'for', reasons: 'x' }
    expect(() => castBallot('appraisal', undefined, members, ballot)).toThrow(
      expect.objectContaining({ code: 'TooEarly' }),
    )
    expect(() => castBallot('appraisal', opened(), members, { ...ballot, round: 2 })).toThrow(
      expect.objectContaining({ code: 'Stale' }),
    )
    const closed = count(voting(opened(), Object.fromEntries(members.map((one) => [one, 'for']))))
    expect(() => castBallot('appraisal', closed, members, ballot)).toThrow(expect.objectContaining({ code: 'TooLate' }))
  })

  it('leaves the votes on other matters alone', () => {
    const vote = opened()
    expect(evolveVote('award', vote, { ...openVote('appraisal', ['a', 'b']), at })).toBe(vote)
  })
})

describe('counting', () => {
  it('carries an option by more than half of the votes cast; abstentions are recorded and are no votes cast', () => {
    const vote = count(
      voting(opened(), {
        ann: 'for',
        bob: 'for',
        cyd: 'against',
        dee: ABSTAIN,
        eve: ABSTAIN,
        fay: ABSTAIN,
        gus: ABSTAIN,
      }),
    )
    expect(vote).toMatchObject({
      status: 'closed',
      result: { kind: 'carried', option: 'for' },
      rounds: [{ tally: { votes: { for: 2, against: 1 }, abstentions: 4, members: 7 } }],
    })
    expect(voteSchema.parse(vote)).toEqual(vote)
    expect(reasonsGiven(vote)[0]).toEqual({ option: 'for', reasons: 'ann says for' })
  })

  it('puts a tie once more, and then it is not carried', () => {
    const tie = { ann: 'for', bob: 'for', cyd: 'for', dee: 'against', eve: 'against', fay: 'against', gus: ABSTAIN }
    const again = count(voting(opened(), tie))
    expect(again).toMatchObject({ status: 'open', round: 2, ballots: {} })
    expect(count(voting(again, tie))).toMatchObject({ status: 'closed', result: { kind: 'not carried' } })
    expect(count(voting(again, { ...tie, gus: 'against' }))).toMatchObject({
      result: { kind: 'carried', option: 'against' },
    })
  })

  it('treats three options without a majority, and only abstentions, as a tie', () => {
    expect(majority({ votes: { proceed: 3, return: 2, decline: 2 }, abstentions: 0, members: 7 }, half)).toBeUndefined()
    expect(resultOf({ votes: { for: 0, against: 0 }, abstentions: 7, members: 7 }, 1, half)).toBeUndefined()
  })

  it('asks for another majority where the rule book does', () => {
    const tally = { votes: { for: 4, against: 2 }, abstentions: 1, members: 7 }
    const carried = (moreThan: string, of: 'votes cast' | 'members') => majority(tally, { moreThan, of })
    expect(carried('1/2', 'votes cast')).toBe('for')
    expect(carried('2/3', 'votes cast')).toBeUndefined() // exactly two thirds is not more
    expect(carried('1/2', 'members')).toBe('for')
    expect(carried('4/7', 'members')).toBeUndefined()
    const settings = (moreThan: string) => ruleBookSchema.safeParse({ voting: { majority: { moreThan } } }).success
    expect([settings('1/2'), settings('2/3'), settings('1/3'), settings('1')]).toEqual([true, true, false, false])
  })

  it('counts nothing without the quorum, and nothing twice', () => {
    const few = voting(opened(), { ann: 'for', bob: 'for', cyd: 'for', dee: 'for' })
    expect(() => count(few)).toThrow(expect.objectContaining({ code: 'NoQuorum' }))
    const closed = count(voting(few, { eve: 'for' }))
    expect(countRound('appraisal', closed, members, rule)).toEqual([])
  })

  it('leaves out a member excluded since: neither the vote nor the quorum counts them', () => {
    const vote = voting(opened(), { ann: 'for', bob: 'for', cyd: 'against', dee: 'against', eve: 'for' })
    const left = members.filter((member) => member !== 'eve')
    expect(() => count(vote, left)).toThrow(expect.objectContaining({ code: 'NoQuorum' }))
    expect(count(voting(vote, { fay: 'against' }), left)).toMatchObject({
      result: { kind: 'carried', option: 'against' },
    })
  })

  it('closes a round when all have voted, or at its deadline with the quorum', () => {
    const vote = voting(opened(), { ann: 'for', bob: 'for', cyd: 'for', dee: 'for', eve: 'for' })
    if (vote.status !== 'open') throw new Error('closed')
    const dueAt = '2026-03-10T00:00:00.000Z'
    expect(yetToVote(vote, members)).toEqual(['fay', 'gus'])
    expect(roundIsOver(vote, members, quorum, at, dueAt)).toBe(false)
    expect(roundIsOver(vote, members, quorum, dueAt, dueAt)).toBe(true)
    expect(roundIsOver(vote, members, 6, dueAt, dueAt)).toBe(false)
    expect(roundIsOver(vote, members.slice(0, 5), quorum, at, dueAt)).toBe(true)
  })

  it('never carries two options, and counts every member once', () => {
    const choice = fc.constantFrom('for', 'against', 'later', ABSTAIN, undefined)
    fc.assert(
      fc.property(fc.array(choice, { minLength: 1, maxLength: 30 }), (choices) => {
        const who = choices.map((_, index) => `m${index}`)
        const cast = choices.flatMap((option, index) =>
          option ? [[`m${index}`, { option, reasons: 'x', at }] as const] : [],
        )
        const tally = tallyOf({ options: ['for', 'against', 'later'], ballots: Object.fromEntries(cast) }, who)
        const total = Object.values(tally.votes).reduce((sum, votes) => sum + votes, 0)
        expect(total + tally.abstentions).toBe(cast.length)
        const winners = Object.entries(tally.votes).filter(([, votes]) => votes * 2 > total)
        expect(winners.length).toBeLessThanOrEqual(1)
        expect(majority(tally, half)).toBe(winners[0]?.[0])
      }),
      { seed: 7, numRuns: 200 },
    )
  })
})
