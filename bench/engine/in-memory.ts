import { join } from 'node:path'
import { StateMachine } from 'aws-local-stepfunctions'
import type { Figure } from '../bench.ts'
import { spread } from '../statistics.ts'
import { inTemporaryFolder } from '../temporary-folder.ts'
import { ratios, timed } from '../timed.ts'
import { ask, opened, start } from './working.ts'

/** The part of the language that both cover alike: states that only follow one another. */
function chain(length: number) {
  const name = (number: number) => `State ${number}`
  const pass = (number: number) =>
    number === length ? ({ Type: 'Pass', End: true } as const) : ({ Type: 'Pass', Next: name(number + 1) } as const)
  const numbers = Array.from({ length }, (_, index) => index + 1)
  return { StartAt: name(1), States: Object.fromEntries(numbers.map((number) => [name(number), pass(number)])) }
}

/** The same chain of states here, where each is committed, and in aws-local-stepfunctions, which keeps nothing. */
export async function againstInMemory(length: number, times: number): Promise<Figure> {
  const inMemory = new StateMachine(chain(length))
  const found = await inTemporaryFolder(async (folder) => {
    const here = opened(join(folder, 'chain'), start)
    const text = JSON.stringify({ QueryLanguage: 'JSONata', ...chain(length) })
    const made = await ask(here, 'CreateStateMachine', { name: 'chain', definition: text, roleArn: 'r' })
    const durable = async (): Promise<void> => {
      await ask(here, 'StartExecution', { stateMachineArn: made['stateMachineArn'], input: '{}' })
      await here.idle()
    }
    const kept = async (): Promise<void> => void (await inMemory.run({}).result)
    await durable()
    await kept()
    const ratio = await ratios(
      times,
      () => timed(kept),
      () => timed(durable),
    )
    await here.close()
    return ratio
  })
  return {
    what: `rate in a chain of ${length} states, of aws-local-stepfunctions’ in memory`,
    unit: '×',
    ...spread(found),
  }
}
