import { describe, expect, test } from 'vitest'
import { poolProblems } from '../../../domain/panel-draw/verify-pool.ts'
import { commitment, salts, terms, theCase } from './recorded-draw.ts'

describe('the pool of a draw', () => {
  const problems = (data: object) => poolProblems(theCase, { ...commitment.data, ...data })
  const instance = (change: object) => ({ terms: { ...terms, instance: { ...terms.instance, ...change } } })
  const { ann, ...others } = salts
  const [first, ...rows] = terms.instance.pool

  test('is what the record gives', () => {
    expect(problems({})).toEqual([])
  })

  test.each<[string, object, string]>([
    ['attempts left out', { terms: { ...terms, draw: 9 } }, 'terms.draw: it is 9, and the draw before it was 0'],
    ['another number of panels', { terms: { ...terms, panels: terms.panels.slice(1) } }, 'terms.panels: there are 99'],
    ['somebody left out', { salts: others }, 'salts: ann could be drawn'],
    ['somebody added', { salts: { ...salts, zoe: ann } }, 'salts: zoe could not be drawn'],
    [
      'a row that says something else',
      instance({ pool: [{ ...first, profession: 'other' }, ...rows] }),
      'terms.instance.pool',
    ],
    ['another limit', instance({ quotas: [] }), 'terms.instance.quotas'],
    ['another size', instance({ panelSize: 4 }), 'terms.instance.panelSize'],
    ['a rule left out', instance({ atMostOnePer: undefined }), 'terms.instance.atMostOnePer'],
    ['people kept apart who need not be', instance({ apart: [[0, 1]] }), 'terms.instance.apart'],
    ['services that nobody could have', { services: { ann: { panels: -1 } } }, 'services'],
    [
      'somebody passed over for panels they do not sit on',
      { services: { ...commitment.data.services, ann: { panels: 2, recent: false, skills: [] } } },
      'salts: ann could not be drawn',
    ],
  ])('with %s is found', (_, change, problem) => {
    expect(problems(change).join('\n')).toContain(problem)
  })
})
