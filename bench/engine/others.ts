import { join } from 'node:path'
import { StateMachine } from 'aws-local-stepfunctions'
import { type Figure, notMeasured } from '../bench.ts'
import { spread } from '../statistics.ts'
import { inTemporaryFolder } from '../temporary-folder.ts'
import { ratios, timed } from '../timed.ts'
import { chainInMoto } from './moto.ts'
import { ask, opened, start } from './working.ts'

/** The part of the language that both cover alike: states that only follow one another. */
function chain(length: number) {
  const name = (number: number) => `State ${number}`
  const pass = (number: number) =>
    number === length ? ({ Type: 'Pass', End: true } as const) : ({ Type: 'Pass', Next: name(number + 1) } as const)
  const numbers = Array.from({ length }, (_, index) => index + 1)
  return { StartAt: name(1), States: Object.fromEntries(numbers.map((number) => [name(number), pass(number)])) }
}

/** The same chain of states here, where each is committed, and in emulators that keep nothing: in JavaScript, and in Python. */
export async function againstOthers(length: number, times: number): Promise<Figure[]> {
  const inMemory = new StateMachine(chain(length))
  return inTemporaryFolder(async (folder) => {
    const here = opened(join(folder, 'chain'), start)
    const text = JSON.stringify({ QueryLanguage: 'JSONata', ...chain(length) })
    const made = await ask(here, 'CreateStateMachine', {
      name: 'chain',
      definition: text,
      roleArn: 'arn:aws:iam::111111111111:role/bench',
    })
    const durable = async (): Promise<void> => {
      await ask(here, 'StartExecution', { stateMachineArn: made['stateMachineArn'], input: '{}' })
      await here.idle()
    }
    const kept = async (): Promise<void> => void (await inMemory.run({}).result)
    await durable()
    await kept()
    const against = await ratios(
      times,
      () => timed(kept),
      () => timed(durable),
    )
    const took = await timed(durable)
    await here.close()
    const rate = `rate in a chain of ${length} states, of`
    const inMoto = await chainInMoto(length, Math.min(times, 3))
    return [
      { what: `${rate} aws-local-stepfunctions’ in memory`, unit: '×', ...spread(against) },
      typeof inMoto === 'string'
        ? notMeasured(`${rate} moto’s in memory`, inMoto)
        : { what: `${rate} moto’s in memory`, unit: '×', ...spread(inMoto.map((milliseconds) => milliseconds / took)) },
    ]
  })
}
