import { describe, expect, test } from 'vitest'
import { pathTaken } from '../../../../web/features/workflow-picture/path-taken.ts'
import { runsOf } from '../../../../web/features/workflow-picture/runs.ts'
import type { Picture, PictureState } from '../../../../workflows/pictures/picture.ts'

const state = (name: string, kind: PictureState['kind'], last = false): PictureState => ({
  name,
  step: name.toLowerCase().replaceAll(' ', '-'),
  kind,
  last,
})

/** The shape of every stage: attend, choose, ask and attend again; then hand over. */
const picture: Picture = {
  start: 'Invite',
  states: [
    state('Invite', 'step'),
    state('Attend', 'step'),
    state('Choose', 'choice'),
    state('Ask for the nominations', 'ask'),
    state('Enter', 'step'),
    state('Start', 'hand-over', true),
    state('Over', 'end', true),
  ],
  transitions: [
    { from: 'Invite', to: 'Attend', kind: 'next' },
    { from: 'Invite', to: 'Over', kind: 'catch', label: 'CaseMovedOn' },
    { from: 'Attend', to: 'Choose', kind: 'next' },
    { from: 'Choose', to: 'Enter', kind: 'choice', label: 'answered' },
    { from: 'Choose', to: 'Ask for the nominations', kind: 'choice', label: 'waiting' },
    { from: 'Choose', to: 'Over', kind: 'default' },
    { from: 'Ask for the nominations', to: 'Attend', kind: 'next' },
    { from: 'Enter', to: 'Start', kind: 'next' },
  ],
}
const ways = (path: ReturnType<typeof pathTaken>) => [...path.transitions].map(({ from, to }) => `${from} → ${to}`)

describe('the path taken', () => {
  test('waits where it asks, and that is where it is now', () => {
    const path = pathTaken(picture, [{ steps: ['invite'], to: { asking: 'ask-for-the-nominations' } }])
    expect(path.present).toBe('Ask for the nominations')
    expect(ways(path)).toEqual(['Invite → Attend', 'Attend → Choose', 'Choose → Ask for the nominations'])
  })

  test('goes through what must lie between two steps that left an event', () => {
    const path = pathTaken(picture, [{ steps: ['invite', 'ask-for-the-nominations', 'enter'], to: 'handed over' }])
    expect(path.present).toBeUndefined()
    expect(path.states).toEqual(new Set(picture.states.map(({ name }) => name).filter((name) => name !== 'Over')))
    expect(ways(path)).toContain('Ask for the nominations → Attend')
  })

  test('ends early, but not by a way that is only for steps that came too late', () => {
    const path = pathTaken(picture, [{ steps: ['invite'], to: 'moved on' }])
    expect(ways(path)).toEqual(['Invite → Attend', 'Attend → Choose', 'Choose → Over'])
  })

  test('of several runs is all of them', () => {
    const path = pathTaken(picture, [
      { steps: ['invite'], to: 'moved on' },
      { steps: ['invite'], to: { asking: 'ask-for-the-nominations' } },
    ])
    expect(path.states).toContain('Over')
    expect(path.present).toBe('Ask for the nominations')
  })

  test('of a stage never entered is nothing', () => {
    expect(pathTaken(picture, [])).toEqual({ states: new Set(), transitions: new Set() })
  })
})

describe('the runs of a stage, from the timeline', () => {
  const at = (minute: number) => `2026-05-01T10:0${minute}:00.000Z`
  const by = (step: string) => ({ step })
  const events = [
    { at: at(1), by: by('enter'), type: 'StageEntered' },
    { at: at(1), by: by('invite'), type: 'PracticesInvited' },
    { at: at(1), by: by('invite'), type: 'WaitOpened', wait: 'nominations' as const },
    { at: at(2), by: { person: 'p', as: 'practice' as const }, type: 'PersonNominated' },
    { at: at(3), by: by('attend'), type: 'Reminded' },
    { at: at(4), by: by('enter'), type: 'StageEntered' },
    { at: at(4), by: by('draw-the-panel'), type: 'PanelDrawn' },
  ]
  type Facts = Parameters<typeof runsOf>[2]
  const life = (path: object[]) => ({ life: { path } }) as unknown as Facts

  test('has its own steps alone, without the one that entered it, and the wait that lasted', () => {
    const facts = life([{ stage: 'nomination', attempt: 1, entered: at(1), left: at(4) }])
    expect(runsOf('nomination', picture, facts, events)).toEqual([
      { steps: ['invite', 'ask-for-the-nominations', 'attend', 'enter'], to: 'handed over' },
    ])
  })

  test('left by a person has moved on', () => {
    const facts = life([{ stage: 'nomination', attempt: 1, entered: at(1), left: at(2) }])
    expect(runsOf('nomination', picture, facts, events)).toEqual([
      { steps: ['invite', 'ask-for-the-nominations'], to: 'moved on' },
    ])
  })

  test('still open is where it asks', () => {
    const facts = {
      ...life([{ stage: 'nomination', attempt: 1, entered: at(1) }]),
      wait: { name: 'nominations' },
    } as unknown as Facts
    expect(runsOf('nomination', picture, facts, events.slice(0, 3))).toEqual([
      { steps: ['invite'], to: { asking: 'ask-for-the-nominations' } },
    ])
  })
})
