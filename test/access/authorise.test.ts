import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { isAuthorized, type PolicyJson } from '@cedar-policy/cedar-wasm/nodejs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CaseResource, mayDo, mayDoWhich, type Principal } from '../../access/authorise.ts'
import { BUDGET_OF_V8 } from '../../access/cedar.ts'
import { allowedBy } from '../../access/left-open.ts'

const read = (name: string) => readFileSync(new URL(`../../access/${name}`, import.meta.url), 'utf8')
const policies = { staticPolicies: read('policies.cedar') }
const schema = read('redesign-panels.cedarschema')
/** The actions about a case. */
const [, aboutCases = ''] =
  /\naction ([\s\S]*?)\n {2}appliesTo \{ principal: \[Person\], resource: \[Case\]/.exec(schema) ?? []
const actions = [...aboutCases.matchAll(/"([a-z-]+)"/g)].map(([, name = '']) => name)

/** What Cedar says of these very people and this very case. */
function asked(
  { id, ...attrs }: Principal,
  action: string,
  { id: caseId, submittedBy, ...rest }: CaseResource,
  excluded: boolean,
) {
  const person = { type: 'Person', id }
  const resource = { type: 'Case', id: caseId }
  const answer = isAuthorized({
    ...{ principal: person, action: { type: 'Action', id: action }, resource, context: { excluded }, policies },
    entities: [
      { uid: person, attrs: JSON.parse(JSON.stringify(attrs)), parents: [] },
      {
        uid: resource,
        attrs: { ...JSON.parse(JSON.stringify(rest)), submittedBy: { __entity: { type: 'Person', id: submittedBy } } },
        parents: [],
      },
    ],
  })
  return answer.type === 'success' && answer.response.decision === 'allow'
}

const people = fc.constantFrom('ada', 'ben', 'who-asks', 'another')
const practices = fc.constantFrom('elm', 'ash', undefined)
const providers = fc.constantFrom('harbour', 'northmere', undefined)
const capacities = ['practice', 'programme-manager', 'deputy-programme-manager', 'provider', 'approver', 'observer']
const stages = [
  'submission',
  'nomination',
  'panel-formation',
  'specification',
  'tender',
  'evaluation',
  'decision',
  'after-award',
]

const principals = fc.record({
  id: people,
  as: fc.constantFrom(...capacities, 'auditor', 'nominee', 'panel-member', 'chair'),
  practice: practices,
  organisation: providers,
})
const resources = fc.record({
  id: fc.constantFrom('c000000000001', 'the-case'),
  status: fc.constantFrom('open', 'paused', 'ended'),
  stage: fc.constantFrom(...stages),
  submittedBy: people,
  proposerPractice: practices,
  proposerOrganisation: providers,
  tenderPublished: fc.boolean(),
})

test('Cedar is compiled once, and whatever is loaded after it as V8 would', () => {
  const { stdout } = spawnSync(process.execPath, ['--v8-options'], { encoding: 'utf8' })
  expect(stdout).toContain(`default: --wasm-tiering-budget=${BUDGET_OF_V8}\n`)
})

test('what was decided before is what Cedar says of these very people, whoever was asked about first', () => {
  expect(actions.length).toBeGreaterThan(50)
  fc.assert(
    fc.property(
      principals,
      fc.constantFrom(...actions),
      resources,
      fc.boolean(),
      (principal, action, resource, excluded) => {
        const answer = asked(principal, action, resource, excluded)
        expect(mayDo(principal, action, { resource, excluded })).toBe(answer)
        expect(mayDo(principal, action, { resource, excluded })).toBe(answer)
      },
    ),
    process.env['LONG'] ? { numRuns: 5_000 } : { seed: 3, numRuns: 300 },
  )
})

test('what may be done of many actions at once is what may be done of each', () => {
  fc.assert(
    fc.property(principals, resources, fc.boolean(), (principal, resource, excluded) => {
      const about = { resource, excluded }
      expect(mayDoWhich(principal, actions, about)).toEqual(actions.filter((action) => mayDo(principal, action, about)))
    }),
    process.env['LONG'] ? { numRuns: 500 } : { seed: 3, numRuns: 15 },
  )
})

test('where Cedar leaves more open than the action, there is no answer', () => {
  const body = { '==': { left: { Var: 'principal' }, right: { Value: { __entity: { type: 'Person', id: 'ada' } } } } }
  const permit = { effect: 'permit', conditions: [{ kind: 'when', body }] } as unknown as PolicyJson
  expect(() => allowedBy([permit])('remind')).toThrow('more of a policy open than the action')
})

test('what one of an organisation proposed is its colleagues’ to see, to correct and to revise', () => {
  const resource = {
    ...{ id: 'c000000000001', status: 'open' as const, stage: 'submission' as const, submittedBy: 'ann' },
    ...{ proposerPractice: undefined, proposerOrganisation: 'harbour', tenderPublished: false },
  }
  const may = (organisation: string, action: string) =>
    mayDo({ id: 'bob', as: 'provider', practice: undefined, organisation }, action, { resource, excluded: false })
  for (const action of ['view-case', 'view-timeline', 'read-attachment', 'resubmit-proposal', 'revise-proposal']) {
    expect(may('harbour', action), action).toBe(true)
    expect(may('northmere', action), action).toBe(false)
  }
})

test('nothing that is permitted is written after the lock-out', () => {
  const { staticPolicies } = policies
  expect(staticPolicies).toContain('// LOCK-OUT')
  expect(staticPolicies.slice(staticPolicies.indexOf('// LOCK-OUT'))).not.toMatch(/^permit/m)
})
