import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { merge, sendable } from '../../../../web/features/autosave/paper.ts'

describe('what two tabs wrote is brought together', () => {
  test('a criterion changed in one place is taken from there', () => {
    expect(merge({ a: 1, b: 1, c: 1 }, { a: 2, b: 1, c: 1 }, { a: 1, b: 3, c: 1 })).toEqual({
      entries: { a: 2, b: 3, c: 1 },
      clashes: {},
    })
  })

  test('brings lists together entry by entry; what one entry says in both is a clash', () => {
    const lists = (was: string[] | undefined, mine: string[], theirs: string[]) =>
      merge<string[]>(was ? { list: was } : {}, { list: mine }, { list: theirs })
    expect(lists(['a', 'b'], ['A', 'b'], ['a', 'B'])).toEqual({ entries: { list: ['A', 'B'] }, clashes: {} })
    expect(lists(['a'], ['a', 'mine'], ['a', 'theirs']).entries).toEqual({ list: ['a', 'mine', 'theirs'] })
    expect(lists(undefined, ['mine'], ['theirs']).entries).toEqual({ list: ['mine', 'theirs'] })
    expect(lists(['a'], ['a', 'both'], ['A', 'both']).entries).toEqual({ list: ['A', 'both'] })
    expect(lists(['a'], ['mine'], ['theirs'])).toEqual({
      entries: { list: ['mine'] },
      clashes: { list: { theirs: ['theirs'] } },
    })
    expect(lists(['a', 'b'], ['b'], ['a', 'B'])).toEqual({ entries: { list: ['B'] }, clashes: {} })
    expect(lists(['a', 'b', 'c'], ['a', 'c'], ['a', 'b', 'C', 'd']).entries).toEqual({ list: ['a', 'C', 'd'] })
    expect(lists(['a', 'b', 'c'], ['c'], ['a', 'b']).entries).toEqual({ list: [] })
    expect(lists(['a', 'b'], ['a'], ['a', 'B']).clashes).toEqual({ list: { theirs: ['a', 'B'] } })
    // Which of the two went, and which became “x”, cannot be told.
    expect(lists(['a', 'b'], ['x'], ['a', 'b', 'c']).clashes).toEqual({ list: { theirs: ['a', 'b', 'c'] } })
  })

  test('of lists without a clash, whatever either added or changed is there, and what both left alone; what either removed is not', () => {
    const was = ['a', 'b', 'c', 'd']
    const edit = (by: string) =>
      fc
        .array(fc.constantFrom('keep', 'remove', 'change', 'add'), { minLength: was.length, maxLength: was.length })
        .map((acts) =>
          acts.flatMap((act, index) => {
            const entry = was[index] ?? ''
            return { keep: [entry], remove: [], change: [`${by} for ${entry}`], add: [entry, `${by} after ${entry}`] }[
              act
            ]
          }),
        )
    fc.assert(
      fc.property(edit('mine'), edit('theirs'), (mine, theirs) => {
        const { entries, clashes } = merge<string[]>({ list: was }, { list: mine }, { list: theirs })
        const written = [...mine, ...theirs].filter((entry) => !was.includes(entry))
        const left = was.filter((entry) => mine.includes(entry) && theirs.includes(entry))
        const together = clashes['list'] ? theirs : [...left, ...written]
        expect(sendable(entries, clashes)['list']?.toSorted()).toEqual(together.toSorted())
      }),
      { seed: 20261127, numRuns: 500 },
    )
  })

  test('one changed in both keeps both until somebody chooses, and overwrites neither', () => {
    const { entries, clashes } = merge({ a: 1 }, { a: 2 }, { a: 3 })
    expect(entries).toEqual({ a: 2 })
    expect(clashes).toEqual({ a: { theirs: 3 } })
    expect(sendable(entries, clashes)).toEqual({ a: 3 })
  })

  test('nothing typed is ever in neither', () => {
    const paper = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 2 }))
    fc.assert(
      fc.property(paper, paper, paper, (base, mine, theirs) => {
        const { entries, clashes } = merge(base, mine, theirs)
        for (const [id, value] of Object.entries(mine)) if (value !== base[id]) expect(entries[id]).toBe(value)
        for (const [id, value] of Object.entries(theirs))
          if (value !== base[id]) expect([entries[id], clashes[id]?.theirs]).toContain(value)
        // What is sent over theirs loses nothing of theirs that was changed.
        const sent = sendable(entries, clashes)
        for (const [id, value] of Object.entries(theirs)) if (value !== base[id]) expect(sent[id]).toBe(value)
      }),
      { seed: 20261126, numRuns: 500 },
    )
  })
})
