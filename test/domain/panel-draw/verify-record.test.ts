import { describe, expect, test } from 'vitest'
import type { CaseEvent } from '../../../domain/case/event.ts'
import * as record from '../../../domain/panel-draw/verify-record.ts'
import { verifyExport } from '../../../domain/record/verify.ts'
import { STEP } from '../case-in.ts'
import { recordOf } from '../record/whole.ts'
import { accepted } from '../story.ts'
import { committed, later } from './drawing.ts'
import { beacon, round } from './fair-draw/honest.ts'
import { commitment, type Entered, panel, recorded, salts, terms, withTerms } from './recorded-draw.ts'

/** Its payload, as it is once it was erased. */
const erased = <Event extends object>(events: readonly Event[], at: number) =>
  events.map((event, index) => (index === at ? { ...event, payload: null } : event))

const drawProblems = (events: ReturnType<typeof recorded>) => record.drawProblems(events).problems

describe('the draws of a record', () => {
  test('are what they say', () => {
    expect(drawProblems(recorded([commitment, committed], [panel, later(24)]))).toEqual([])
  })

  const abandoned: CaseEvent = { type: 'DrawAbandoned', data: { draw: 1, reason: 'It did not suit us.' } }

  test('may be abandoned before their randomness exists', () => {
    expect(drawProblems(recorded([commitment, committed], [abandoned, later(23)]))).toEqual([])
    expect(drawProblems(recorded([commitment, committed]))).toEqual([])
  })

  const numbers = ['3 17 22 28 45 51']
  const evidence = { kind: 'public-numbers' as const, numbers, key: '3.17.22.28.45.51./' }
  const fallen = { ...panel, data: { ...panel.data, from: 'fallback' as const, evidence } }
  const copy = (some: string[]): CaseEvent => ({
    type: 'PublicNumbersEntered',
    data: { draw: 1, numbers: some, key: '', alike: false },
  })
  const contribution = (by: string): CaseEvent => ({
    type: 'DrawContributionMade',
    data: { practiceId: by, commitment: 'c'.repeat(64) },
  })
  const contributed = withTerms({
    source: {
      kind: 'commit-reveal',
      contributions: ['one', 'two'].map((by) => ({ by, commitment: 'c'.repeat(64) })),
      fallback: { by: 'three', commitment: 'd'.repeat(64) },
      revealFrom: later(24),
    },
  })
  const reveal: CaseEvent = { type: 'DrawContributionRevealed', data: { draw: 1, by: 'one', secret: 'e'.repeat(64) } }

  test.each<[string, Entered[], number, string[], string]>([
    [
      'its commitment',
      [
        [commitment, committed],
        [panel, later(24)],
      ],
      0,
      ['1 (DrawCommitted)', '2 (PanelDrawn)'],
      '',
    ],
    [
      'its panel',
      [
        [commitment, committed],
        [panel, later(24)],
        [contributed, later(30)],
      ],
      1,
      ['2 (PanelDrawn)'],
      '',
    ],
    [
      'that it was abandoned',
      [
        [commitment, committed],
        [abandoned, later(1)],
        [commitment, committed],
      ],
      1,
      ['2 (DrawAbandoned)'],
      '',
    ],
    [
      'a copy of its public numbers',
      [
        [commitment, committed],
        [copy(numbers), later(99), 'manager'],
        [copy(numbers), later(99), 'deputy'],
        [fallen, later(100)],
      ],
      1,
      ['2 (PublicNumbersEntered)', '4 (PanelDrawn)'],
      'no two people',
    ],
    [
      'what somebody contributed',
      [
        [contribution('one'), committed],
        [contribution('two'), committed],
        [contributed, committed],
      ],
      0,
      ['1 (DrawContributionMade)', '3 (DrawCommitted)'],
      'one had not contributed',
    ],
  ])(
    'of which %s was erased say what is not checked because of it, and accuse nobody',
    (_, events, at, unchecked, accused) => {
      const found = record.drawProblems(erased(recorded(...events), at))
      expect(found.unchecked).toEqual(unchecked.map((event) => `event ${event}`))
      for (const wrong of [accused, 'was not waiting', 'neither made nor abandoned'].filter((one) => one !== ''))
        expect(found.problems.join()).not.toContain(wrong)
    },
  )

  test('cannot be given up once somebody revealed, though what was revealed is erased', () => {
    const events = recorded([contributed, committed], [reveal, later(25)], [abandoned, later(26)])
    expect(drawProblems(erased(events, 1)).join()).toContain('draw 1 was abandoned')
    // Those who contributed may have known what would be drawn, but for a case that ends nothing is.
    const early = drawProblems(recorded([contributed, committed], [abandoned, later(23)]))
    expect(early.join()).toContain('before its numbers could be revealed')
    const ended: CaseEvent = { type: 'CaseEnded', data: { outcome: 'withdrawn', reason: 'No need.' } }
    expect(
      drawProblems(recorded([contributed, committed], [abandoned, later(23)], [ended, later(23)])).join(),
    ).not.toContain('before its numbers')
    // Where nobody reveals, there is no randomness.
    expect(drawProblems(recorded([contributed, committed], [abandoned, later(26)])).join()).not.toContain(
      'abandoned at',
    )
  })

  test('are named in the verdict on a record, with the choice of the chair, where the commitment was erased', () => {
    const chosen: CaseEvent = { type: 'ChairChosen', data: { person: 'ann', votes: {} } }
    const about = { sequence: accepted.length + 1, reason: 'It is over.' }
    const exported = recordOf(
      [
        ...[...accepted, commitment, panel, chosen],
        { type: 'ErasureAsked', data: about },
        { type: 'PayloadErased', data: about },
      ],
      {
        ...{ [accepted.length + 1]: STEP, [accepted.length + 2]: STEP },
        [accepted.length + 4]: { person: 'somebody', as: 'approver' },
      },
    )
    const said = { ...exported, events: erased(exported.events, accepted.length) }
    expect(verifyExport(said)).toMatchObject({
      problems: [],
      erased: [5],
      unchecked: ['event 5 (DrawCommitted)', 'event 6 (PanelDrawn)', 'event 7 (ChairChosen)'],
    })
  })

  test('rest on public numbers that two people copied down alike', () => {
    const alone = 'evidence: no two people had copied down these public numbers'
    const found = (...copies: [string, string[]][]) =>
      drawProblems(
        recorded([commitment, committed], ...copies.map(([person, some]): Entered => [copy(some), later(99), person]), [
          fallen,
          later(100),
        ]),
      ).join()
    expect(found(['manager', numbers], ['deputy', numbers])).not.toContain(alone)
    const brought: CaseEvent = { type: 'RoundBrought', data: { draw: 1, round, signature: beacon.signature } }
    expect(
      drawProblems(recorded([commitment, committed], [brought, later(30)], [fallen, later(100)])).join(),
    ).toContain('from: the fallback decided it although somebody had brought the round that was named')
    expect(
      drawProblems(recorded([commitment, committed], [fallen, later(100)], [brought, later(101)])).join(),
    ).toContain(`draw 1 was decided by its fallback, and round ${round} of drand exists`)
    expect(found(['manager', numbers], ['manager', numbers])).toContain(alone)
    expect(found(['manager', numbers], ['deputy', ['1 2 3 4 5 6']])).toContain(alone)
    expect(found(['manager', numbers], ['deputy', numbers], ['deputy', ['1 2 3 4 5 6']])).toContain(alone)
  })

  test.each<[string, [CaseEvent, string][], string]>([
    [
      'a draw given up when its result could be known',
      [
        [commitment, committed],
        [abandoned, later(24)],
      ],
      'draw 1 was abandoned at',
    ],
    [
      'a draw passed over in silence',
      [
        [commitment, committed],
        [{ type: 'PanelFilledWithoutDraw', data: { people: ['ann'] } }, later(25)],
      ],
      'draw 1 was neither made nor abandoned before this',
    ],
    [
      'a draw given up for public numbers, which anybody can look up',
      [
        [
          withTerms({
            source: {
              kind: 'public-numbers',
              sources: ['Lotto of Wednesday'],
              numbers: { count: 6, lowest: 1, highest: 59 },
              publishedFrom: later(24),
            },
          }),
          committed,
        ],
        [abandoned, later(48)],
      ],
      'if these were published, it had to be made (Lotto of Wednesday)',
    ],
    [
      'another source of randomness while a draw waits for its own',
      [
        [commitment, committed],
        [{ type: 'RandomnessChanged', data: { to: 'public-numbers', reason: 'It did not suit us.' } }, later(25)],
      ],
      'draw 1 was neither made nor abandoned before this',
    ],
    [
      'a draw committed to twice',
      [
        [commitment, committed],
        [abandoned, later(1)],
        [commitment, committed],
      ],
      'terms.draw: draw 1 was committed to before',
    ],
    ['terms changed', [[withTerms({ draw: 7 }), committed]], 'commitment: it is not the fingerprint of the terms'],
    ['a commitment that was backdated', [[commitment, later(1)]], 'terms.committedAt'],
    [
      'other people in the pool',
      [[{ ...commitment, data: { ...commitment.data, salts: { ...salts, ann: 'b'.repeat(32) } } }, committed]],
      'terms.instance.pool',
    ],
    [
      'a contribution that nobody had made',
      [[contributed, committed]],
      'terms.source: one had not contributed this before',
    ],
    [
      'a panel that was never committed to',
      [[{ ...panel, data: { ...panel.data, people: ['x', 'y', 'z'] } }, later(24)]],
      'draw 1 was not waiting for its randomness',
    ],
    [
      'a panel drawn twice',
      [
        [commitment, committed],
        [panel, later(24)],
        [panel, later(25)],
      ],
      'event 3 (PanelDrawn): draw 1 was not waiting',
    ],
    [
      'a panel drawn after its draw was abandoned',
      [
        [commitment, committed],
        [abandoned, later(23)],
        [panel, later(24)],
      ],
      'event 3 (PanelDrawn): draw 1 was not waiting',
    ],
    ['terms with a line too many, that hides them from a reader', [[withTerms({ note: 1 }), committed]], 'note'],
    [
      'a limit that is none',
      [[withTerms({ instance: { ...terms.instance, note: 1 } }), committed]],
      'terms.instance: ',
    ],
    [
      'a panel that cannot be read',
      [
        [commitment, committed],
        [{ ...panel, data: { ...panel.data, index: -1 } }, later(24)],
      ],
      'event 2 (PanelDrawn): index',
    ],
    [
      'a case that ended when its panel could be known, and was not drawn',
      [
        [commitment, committed],
        [{ type: 'CaseEnded', data: { outcome: 'withdrawn', reason: 'It did not suit us.' } }, later(24)],
      ],
      'draw 1, whose randomness existed, was not made',
    ],
    [
      'other people than were drawn',
      [
        [commitment, committed],
        [{ ...panel, data: { ...panel.data, people: ['ann', 'bob', 'cyd'] } }, later(24)],
      ],
      'people: they are not those whose entries were drawn',
    ],
    [
      'another number',
      [
        [commitment, committed],
        [{ ...panel, data: { ...panel.data, index: panel.data.index ^ 1 } }, later(24)],
      ],
      'index: the randomness draws panel',
    ],
  ])('with %s are found', (_, events, problem) => {
    expect(drawProblems(recorded(...events)).join('\n')).toContain(problem)
  })

  test('are of this case', () => {
    expect(drawProblems(recorded([withTerms({ caseId: 'another' }), committed])).join()).toContain(
      'terms.caseId: it is of another case, another',
    )
  })
})
