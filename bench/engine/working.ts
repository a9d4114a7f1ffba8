import { openStepFunctions, type StepFunctions } from '../../local/stepfunctions/step-functions.ts'

/** A loop as the product's: a step, a choice, something noted; `rounds` of them after an hour's wait. */
const definition = (rounds: number) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Wait for the hour',
  States: {
    'Wait for the hour': { Type: 'Wait', Seconds: 3600, Assign: { round: 0 }, Next: 'Attend' },
    Attend: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'attend', Payload: { round: '{% $round %}' } },
      Output: '{% $states.result.Payload %}',
      Next: 'Answered?',
    },
    'Answered?': {
      Type: 'Choice',
      Choices: [{ Condition: "{% $states.input.verdict = 'answered' %}", Next: 'Note it' }],
      Default: 'Done',
    },
    'Note it': {
      Type: 'Pass',
      Assign: { round: '{% $round + 1 %}' },
      Next: 'Once more?',
    },
    'Once more?': {
      Type: 'Choice',
      Choices: [{ Condition: `{% $round < ${rounds} %}`, Next: 'Attend' }],
      Default: 'Done',
    },
    Done: { Type: 'Succeed' },
  },
})

export const start = Date.parse('2026-01-05T09:00:00.000Z')

/** A clock that stands at the hour, before or after it struck. */
const clockAt = (instant: number) => ({ now: () => instant })

export const opened = (folder: string, time: number): StepFunctions =>
  openStepFunctions({
    folder,
    clock: clockAt(time),
    region: 'eu-west-2',
    random: () => 0.5,
    invoke: async () => ({ verdict: 'answered' }),
  })

/** Leaves so many executions waiting for the hour. */
export async function openExecutions(folder: string, executions: number, rounds: number): Promise<void> {
  const stepFunctions = opened(folder, start)
  const text = JSON.stringify(definition(rounds))
  const made = await ask(stepFunctions, 'CreateStateMachine', {
    name: 'work',
    definition: text,
    roleArn: 'arn:aws:iam::111111111111:role/bench',
  })
  for (let number = 0; number < executions; number += 1)
    await ask(stepFunctions, 'StartExecution', { stateMachineArn: made['stateMachineArn'], input: '{"caseId":"c1"}' })
  await stepFunctions.idle()
  await stepFunctions.close()
}

/** Lets the hour strike for all that wait. @returns how long until all were done, in milliseconds */
export async function work(folder: string): Promise<number> {
  const stepFunctions = opened(folder, start + 3_600_000)
  const begun = performance.now()
  stepFunctions.clockMoved()
  await stepFunctions.idle()
  const took = performance.now() - begun
  await stepFunctions.close()
  return took
}

export async function ask(to: StepFunctions, operation: string, body: object): Promise<Record<string, string>> {
  const headers = { 'x-amz-target': `AWSStepFunctions.${operation}` }
  const answer = await to.fetch(new Request('http://local/', { method: 'POST', headers, body: JSON.stringify(body) }))
  if (answer.status !== 200) throw new Error(await answer.text())
  return (await answer.json()) as Record<string, string>
}
