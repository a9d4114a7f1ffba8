import { describe, expect, test } from 'vitest'
import { type Asl, handsOverTo, pictureOf } from '../../../workflows/pictures/picture.ts'

const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' }
const asl: Asl = {
  StartAt: 'Attend to it',
  States: {
    'Attend to it': { ...task, Catch: [{ ErrorEquals: ['CaseMovedOn'], Next: 'Over' }], Next: 'Is it in' },
    'Is it in': {
      Type: 'Choice',
      Choices: [
        { Condition: "{% $states.input.verdict = 'answered' %}", Next: 'Each member' },
        { Condition: '{% $states.input.count > 3 %}', Next: 'Ask for it' },
      ],
      Default: 'Over',
    },
    'Ask for it': {
      Type: 'Task',
      Comment: 'Waits.',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Attend to it' }],
      Next: 'Attend to it',
    },
    'Each member': {
      Type: 'Map',
      ItemProcessor: { StartAt: 'Tell one', States: { 'Tell one': { ...task, End: true } } },
      Next: 'Start panel formation',
    },
    'Start panel formation': {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution',
      Arguments: { StateMachineArn: `$\{PanelFormationStateMachine}` },
      End: true,
    },
    Over: { Type: 'Succeed' },
  },
}

describe('the picture of a workflow', () => {
  const picture = pictureOf(asl)

  test('has every state with its kind, also those within a Map', () => {
    expect(picture.states.map(({ name, kind, within }) => [name, kind, within])).toEqual([
      ['Attend to it', 'step', undefined],
      ['Is it in', 'choice', undefined],
      ['Ask for it', 'ask', undefined],
      ['Each member', 'group', undefined],
      ['Tell one', 'step', 'Each member'],
      ['Start panel formation', 'hand-over', undefined],
      ['Over', 'end', undefined],
    ])
  })

  test('has every transition with its kind and what decides it', () => {
    expect(picture.transitions).toEqual([
      { from: 'Attend to it', to: 'Is it in', kind: 'next' },
      { from: 'Attend to it', to: 'Over', kind: 'catch', label: 'CaseMovedOn' },
      { from: 'Is it in', to: 'Each member', kind: 'choice', label: 'answered' },
      { from: 'Is it in', to: 'Ask for it', kind: 'choice', label: '$states.input.count > 3' },
      { from: 'Is it in', to: 'Over', kind: 'default' },
      { from: 'Ask for it', to: 'Attend to it', kind: 'next' },
      { from: 'Ask for it', to: 'Attend to it', kind: 'timeout', label: 'States.Timeout' },
      { from: 'Each member', to: 'Start panel formation', kind: 'next' },
      { from: 'Each member', to: 'Tell one', kind: 'within' },
    ])
  })

  test('says where it can end', () => {
    expect(picture.states.filter(({ last }) => last).map(({ name }) => name)).toEqual([
      'Tell one',
      'Start panel formation',
      'Over',
    ])
  })

  test('knows the stages it hands over to', () => {
    expect(handsOverTo(asl)).toEqual(['panel-formation'])
  })
})
