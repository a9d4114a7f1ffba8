import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { serveLocally } from './http-server.ts'
import { lambdaEndpoint } from './lambda-endpoint.ts'
import { openStepFunctions, type StepFunctions } from './step-functions.ts'

const usage = `Serves Step Functions on 127.0.0.1.

  npm run stepfunctions -- --port 8083 --data .stepfunctions --lambda http://127.0.0.1:9001

  --port        where to listen (8083); 0 takes a free port
  --data        the folder that keeps everything (.stepfunctions)
  --lambda      where functions are called: POST URL/2015-03-31/functions/NAME/invocations
  --region      of the ARNs made; without it, the region each client signs for
  --durability  what a commit survives: 'process' (the default) or 'power'
  --retention   days to keep closed executions (90)`

try {
  await serve()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function serve(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8083' },
      data: { type: 'string', default: '.stepfunctions' },
      lambda: { type: 'string', default: 'http://127.0.0.1:9001' },
      region: { type: 'string' },
      durability: { type: 'string', default: 'process' },
      retention: { type: 'string', default: '90' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(usage)
  const { durability } = values
  if (durability !== 'process' && durability !== 'power') {
    throw new Error(`--durability is 'process' or 'power', not '${durability}'`)
  }
  const retentionDays = Number(values.retention)
  if (!(retentionDays > 0)) throw new Error(`--retention is a number of days, not '${values.retention}'`)
  // Nothing is taken up before it is sure that this process can serve.
  const opening = Promise.withResolvers<StepFunctions>()
  const server = await serveLocally(async (request) => (await opening.promise).fetch(request), portIn(values.port))
  const end = (): void => {
    server.close()
    server.closeAllConnections()
  }
  try {
    const stepFunctions = openStepFunctions({
      folder: values.data,
      clock: Date,
      invoke: lambdaEndpoint(values.lambda),
      durability,
      retentionDays,
      ...(values.region === undefined ? {} : { region: values.region }),
    })
    opening.resolve(stepFunctions)
    const stop = async (): Promise<void> => {
      end()
      await stepFunctions.close()
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  } catch (error) {
    end()
    throw error
  }
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

function portIn(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`--port is a number from 0 (a free one) to 65535, not '${text}'`)
}
