import { expect, test } from 'vitest'
import { inOrder } from '../../../../web/features/proposal-form/sections.ts'
import { words } from '../../../../web/features/proposal-form/words.ts'

const two = { consulted: [{}, {}], objectives: ['One.'] }
const fault = (pointer: string, detail: string) => ({ pointer, detail })

test('what is missing is told in the order of the form, and of which of several entries', () => {
  const faults = [
    fault('/premises', 'Enter the premises'),
    fault('/consulted', 'Consult a patient group'),
    fault('/consulted/1/said', 'Enter what they said'),
    fault('/consulted/0/when', 'Enter the date'),
    fault('/objectives/0', 'Enter the objective'),
    fault('/costs/oneOff', 'Enter the one-off cost'),
  ]
  expect(inOrder(faults, two, words.entry).map(({ detail }) => detail)).toEqual([
    'Enter the objective',
    'Enter the one-off cost',
    'Consultation 1: Enter the date',
    'Consultation 2: Enter what they said',
    'Consult a patient group',
    'Enter the premises',
  ])
})
