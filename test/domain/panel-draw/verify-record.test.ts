import { describe, expect, test } from 'vitest'
import { commitmentOf, METHOD, type Terms } from '../../../domain/panel-draw/draw.ts'
import { drawNumber } from '../../../domain/panel-draw/lot.ts'
import { numberPanels } from '../../../domain/panel-draw/numbering.ts'
import type { PoolEntry } from '../../../domain/panel-draw/pool.ts'
import { drawProblems } from '../../../domain/panel-draw/verify-record.ts'
import { chain, GENESIS, type Payload } from '../../../domain/record/chain.ts'
import { nextPromised, promised, SEED } from '../nominees.ts'

const nominee = (id: string): PoolEntry => ({ id, practice: `practice-${id}`, profession: 'gp', experienced: false })
const problem = {
  constraints: { size: 2, fewestGps: 0, fewestPracticeManagers: 0, fewestExperienced: 0, mostExperienced: 2 },
  sitting: [],
  pool: ['n-1', 'n-2', 'n-3', 'n-4'].map(nominee),
}

/** A chain of these events, in the order given; what each says may rest on the hash before it. */
function recorded(...events: [type: string, data: (previous: string) => object][]) {
  let head = GENESIS
  return events.map(([type, data]) => {
    const payload: Payload = { salt: '00', data: data(head.hash) }
    const entry = chain(
      head,
      { caseId: 'c000000000001', at: '2026-01-05T09:00:00.000Z', by: { step: 's' }, type },
      payload,
    )
    head = { sequence: entry.sequence, hash: entry.hash }
    return { entry, payload }
  })
}

const terms = (publicValue: string, change: Partial<Terms> = {}): Terms => ({
  ...{ caseId: 'c000000000001', draw: 1, method: METHOD, ...problem, panels: '6' },
  ...{ seedCommitment: promised, publicValue, ...change },
})
const committed =
  (change: Partial<Terms> = {}) =>
  (previous: string) => {
    const bound = terms(previous, change)
    return { terms: bound, commitment: commitmentOf(bound), people: {} }
  }
const opened = () => ({ practices: [], seed: promised })

function story(drawn: (honest: { index: string; drawn: string[] }) => object = (honest) => honest) {
  let publicValue = ''
  return recorded(
    ['NominationOpened', opened],
    [
      'DrawCommitted',
      (previous) => {
        publicValue = previous
        return committed()(previous)
      },
    ],
    [
      'PanelDrawn',
      () => {
        const index = drawNumber(SEED, publicValue, 6n)
        const honest = { index: String(index), drawn: numberPanels(problem).at(index) }
        return { draw: 1, seed: SEED, people: [], nextSeed: nextPromised, ...drawn(honest) }
      },
    ],
  )
}

describe('the draws of a record (requirements §5, §8)', () => {
  test('an honest one has no problems, nor one whose payloads are erased', () => {
    expect(drawProblems(story())).toEqual([])
    expect(drawProblems(story().map(({ entry }) => ({ entry, payload: null })))).toEqual([])
  })

  test('a draw that was abandoned in the same breath leaves the head before both', () => {
    let before = ''
    const events = recorded(
      ['NominationOpened', opened],
      ['SeatsLapsed', (previous) => ({ people: [previous] })],
      [
        'DrawAbandoned',
        (previous) => {
          before = previous
          return { draw: 1, reason: 'x' }
        },
      ],
      ['DrawCommitted', () => committed()(before)],
    )
    expect(drawProblems(events)).toEqual([])
  })

  test('a seed that was not promised, and a public value that is not the record’s, are named', () => {
    expect(drawProblems(recorded(['NominationClosed', () => ({ pool: [] })], ['DrawCommitted', committed()]))).toEqual([
      'event 2 (DrawCommitted): its seed was not promised before it',
    ])
    const steered = committed({ publicValue: 'a'.repeat(64) })
    expect(drawProblems(recorded(['NominationOpened', opened], ['DrawCommitted', steered]))).toEqual([
      'event 2 (DrawCommitted): its public value is not the hash of the event before it',
    ])
  })

  test('a panel that the seed does not give is named', () => {
    const [told] = drawProblems(story(({ index, drawn }) => ({ index, drawn: [...drawn].reverse() })))
    expect(told).toMatch(/^event 3 \(PanelDrawn\): drawn: panel \d is /)
  })
})
