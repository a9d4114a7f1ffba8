import { openStepFunctions, type StepFunctions } from '../../../local/stepfunctions/step-functions.ts'

// A process in which many executions wait; it says what each costs and then stays until it is killed.
const [, , folder = '', many = '0'] = process.argv
const stepFunctions = openStepFunctions({ folder, clock: Date, invoke: async () => null, region: 'eu-west-2' })

async function ask(to: StepFunctions, operation: string, body: object): Promise<Record<string, string>> {
  const headers = { 'x-amz-target': `AWSStepFunctions.${operation}` }
  const answer = await to.fetch(new Request('http://local/', { method: 'POST', headers, body: JSON.stringify(body) }))
  if (answer.status !== 200) throw new Error(await answer.text())
  return (await answer.json()) as Record<string, string>
}

const definition = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Wait',
  States: { Wait: { Type: 'Wait', Seconds: 86_400, Next: 'Done' }, Done: { Type: 'Succeed' } },
})
const { stateMachineArn } = await ask(stepFunctions, 'CreateStateMachine', {
  name: 'm',
  definition,
  roleArn: 'arn:aws:iam::111111111111:role/crowd',
})
const start = async (count: number): Promise<void> => {
  for (let n = 0; n < count; n++)
    await ask(stepFunctions, 'StartExecution', { stateMachineArn, input: '{"case":"A-1"}' })
  await stepFunctions.idle()
  // Room that V8 keeps for what is yet to come is not what waiting costs.
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
await start(500) // What is made once for all of them is not what each costs.
const before = process.memoryUsage.rss()
await start(Number(many))
console.log(JSON.stringify({ perExecution: (process.memoryUsage.rss() - before) / Number(many) }))
setInterval(() => undefined, 1_000)
