import { describe, expect, test } from 'vitest'
import { commitmentTo, randomnessOfReveals } from '../../../../domain/panel-draw/randomness/commit-reveal.ts'

const secretOf = (name: string) => name.charCodeAt(0).toString(16).repeat(32)
const contribution = (by: string) => ({ by, commitment: commitmentTo(by, secretOf(by)) })
const reveal = (by: string) => ({ by, secret: secretOf(by) })
const contributions = ['ashlarke', 'brindle', 'cawdle'].map(contribution)
const fallback = contribution('the company')
const outcome = (...reveals: ReturnType<typeof reveal>[]) => randomnessOfReveals(contributions, fallback, reveals)

describe('randomness that practices contribute (requirements §5)', () => {
  test('is the same in whatever order they reveal, and another with another number', () => {
    const all = ['ashlarke', 'brindle', 'cawdle'].map(reveal)
    const together = outcome(...all)
    expect(together).toMatchObject({ replaced: [] })
    expect(outcome(...[...all].reverse())).toEqual(together)
    const others = ['ashlarke', 'brindle', 'dunmorrow']
    expect(randomnessOfReveals(others.map(contribution), fallback, others.map(reveal))).not.toEqual(together)
  })

  test('who does not reveal is replaced by the fallback, and named', () => {
    const without = outcome(reveal('ashlarke'), reveal('cawdle'), reveal('the company'))
    expect(without).toMatchObject({ replaced: ['brindle'] })
    expect(without).not.toEqual(outcome(reveal('ashlarke'), reveal('brindle'), reveal('cawdle')))
  })

  test.each([
    ['a number that was not committed to', [{ by: 'brindle', secret: secretOf('x') }], 'is not what was committed to'],
    ['somebody who did not commit', [reveal('zeal')], 'without having committed'],
    ['somebody twice', [reveal('brindle'), reveal('brindle')], 'twice'],
    ['nobody', [], 'nobody revealed'],
    ['only the fallback', [reveal('the company')], 'nobody revealed'],
    ['neither one nor the fallback', [reveal('ashlarke'), reveal('brindle')], 'neither did the company'],
    [
      'the fallback although it is not needed',
      [...['ashlarke', 'brindle', 'cawdle', 'the company'].map(reveal)],
      'although everybody else did',
    ],
  ])('refuses %s', (_, reveals, why) => {
    expect(outcome(...reveals)).toMatchObject({ problem: expect.stringContaining(why) })
  })

  test('nobody can pass on another’s commitment as their own', () => {
    const copied = { by: 'brindle', commitment: contribution('ashlarke').commitment }
    const [first] = contributions
    if (!first) throw new Error('There are contributions.')
    const reveals = [reveal('ashlarke'), { by: 'brindle', secret: secretOf('ashlarke') }]
    expect(randomnessOfReveals([first, copied], fallback, reveals)).toMatchObject({ problem: expect.any(String) })
  })
})
