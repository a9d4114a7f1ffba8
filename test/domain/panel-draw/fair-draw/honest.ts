import { drawPanel } from '../../../../domain/panel-draw/fair-draw/draw-panel.ts'
import { entryOf } from '../../../../domain/panel-draw/fair-draw/entry.ts'
import { type Announcement, prepareDraw } from '../../../../domain/panel-draw/fair-draw/prepare.ts'
import type { Terms } from '../../../../domain/panel-draw/fair-draw/terms.ts'
import { type Instance, instanceSchema } from '../../../../domain/panel-draw/instance/instance.ts'
import { commitmentTo } from '../../../../domain/panel-draw/randomness/commit-reveal.ts'
import { QUICKNET } from '../../../../domain/panel-draw/randomness/quicknet.ts'
import type { Source } from '../../../../domain/panel-draw/randomness/source.ts'
import { digest } from '../../../../domain/record/chain.ts'
import { highsSolver } from '../../../../functions/runtime/highs-solver.ts'

export const solver = await highsSolver()
const committedAt = '2023-08-23T12:00:00.000Z'
export const round = 1_000
const drand: Source = { kind: 'drand-quicknet', chain: QUICKNET.hash, round }
export const beacon = {
  ...{ kind: 'drand-quicknet' as const, round },
  signature: 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
}
export const secret = (name: string) => digest(name)
const contribution = (by: string) => ({ by, commitment: commitmentTo(by, secret(by)) })
const practices: Source = {
  kind: 'commit-reveal',
  contributions: ['ashlarke', 'brindle'].map(contribution),
  fallback: contribution('the company'),
  revealFrom: '2023-08-24T12:00:00.000Z',
}
export const lotteryNumbers: Source = {
  kind: 'public-numbers',
  sources: ['Main draw of the National Lottery on 26 August 2023'],
  numbers: { count: 6, lowest: 1, highest: 59 },
  publishedFrom: '2023-08-26T20:00:00.000Z',
}

const people: [string, Record<string, string>][] = [
  ['ann', { practice: 'ashlarke', role: 'gp', recent: 'no' }],
  ['bob', { practice: 'ashlarke', role: 'nurse', recent: 'yes' }],
  ['cyd', { practice: 'brindle', role: 'gp', recent: 'yes' }],
  ['dee', { practice: 'cawdle', role: 'practice-manager', recent: 'no' }],
  ['eve', { practice: 'dunmorrow', role: 'gp', recent: 'no' }],
  ['fay', { practice: 'ellerfold', role: 'practice-manager', recent: 'no' }],
  ['gus', { practice: 'fenwhistle', role: 'visitor', recent: 'no' }],
]
export const salt = (person: string) => digest(`salt ${person}`).slice(0, 32)
export const instance: Instance = instanceSchema.parse({
  panelSize: 3,
  pool: people
    .map(([person, attributes]) => ({ entry: entryOf(person, salt(person)), ...attributes }))
    .sort((one, other) => (one.entry < other.entry ? -1 : 1)),
  quotas: [
    { category: 'role', feature: 'gp', min: 1, max: 2 },
    { category: 'role', feature: 'practice-manager', min: 1, max: 1 },
    { category: 'role', feature: 'visitor', min: 0, max: 0 },
    { category: 'recent', feature: 'yes', min: 0, max: 1 },
  ],
  atMostOnePer: 'practice',
  fairBetween: 'practice',
})
export const announced: Announcement = {
  ...{ caseId: 'c000000000001', draw: 2, committedAt, noticeHours: 1 },
  ...{ source: drand, fallback: practices },
}
export const prepare = (one: Instance, announcement: Announcement, count: number): Terms => {
  const prepared = prepareDraw(one, announcement, solver, count)
  if ('terms' in prepared) return prepared.terms
  throw new Error('No panel is possible.')
}
export const terms = prepare(instance, announced, 1_000)
export const honest = drawPanel(terms, 'source', beacon)
