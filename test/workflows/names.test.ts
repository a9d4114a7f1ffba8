import { describe, expect, test } from 'vitest'
import {
  kebabOf,
  pascalOf,
  placeholdersOf,
  stateMachineName,
  stepsOf,
  substitute,
  substitutionsOf,
} from '../../workflows/names.ts'

const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' }
const definition = {
  States: {
    'Ask for answers': { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' },
    'Everyone at once': { Type: 'Parallel', Branches: [{ States: { 'Check each conflict': task } }] },
    'For each seat': { Type: 'Map', ItemProcessor: { States: { "Take the nominee's answer": task } } },
    'Which way?': { Type: 'Choice' },
    'Hand over': { Type: 'Task', Resource: 'arn:aws:states:::states:startExecution' },
  },
}

describe('the name of a state', () => {
  test.each([
    ['Draw the panel', 'draw-the-panel', 'DrawThePanel'],
    ["Take the nominee's answer", 'take-the-nominees-answer', 'TakeTheNomineesAnswer'],
    ['Open prices (late)', 'open-prices-late', 'OpenPricesLate'],
    ['Remind 2nd time', 'remind-2nd-time', 'Remind2ndTime'],
  ])('%s is the file %s and the substitution %s', (sentence, kebab, pascal) => {
    expect(kebabOf(sentence)).toBe(kebab)
    expect(pascalOf(kebab)).toBe(pascal)
  })

  test('of a workflow gives the name of its state machine', () => {
    expect(stateMachineName('panel-formation')).toBe('PanelFormationStateMachine')
  })
})

describe('the substitutions of a definition', () => {
  test('are the states that call a function, wherever they stand, and every workflow', () => {
    expect(stepsOf(definition)).toEqual(['ask-for-answers', 'check-each-conflict', 'take-the-nominees-answer'])
    const places = { functionOf: (w: string, s: string) => `${w}/${s}`, stateMachineOf: (w: string) => `arn:${w}` }
    expect(substitutionsOf('nomination', definition, ['nomination', 'panel-formation'], places)).toEqual({
      AskForAnswers: 'nomination/ask-for-answers',
      CheckEachConflict: 'nomination/check-each-conflict',
      TakeTheNomineesAnswer: 'nomination/take-the-nominees-answer',
      NominationStateMachine: 'arn:nomination',
      PanelFormationStateMachine: 'arn:panel-formation',
    })
  })

  test('are put in everywhere, and JSONata is left alone', () => {
    const text = `{"F":"${open('DrawIt')}","G":"${open('DrawIt')}","H":"{% $states.input & '$' %}"}`
    expect(placeholdersOf(text)).toEqual(['DrawIt'])
    expect(substitute(text, { DrawIt: 'a--draw-it' })).toBe(
      '{"F":"a--draw-it","G":"a--draw-it","H":"{% $states.input & \'$\' %}"}',
    )
  })

  test('leave nothing open', () => {
    expect(() => substitute(open('DrawIt'), {})).toThrow(
      `${open('DrawIt')} names neither a state of this workflow nor a workflow`,
    )
  })
})

/** As a placeholder stands in a file. */
function open(name: string): string {
  return `$\{${name}}`
}
