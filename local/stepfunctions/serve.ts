import { parseArgs } from 'node:util'
import { serveLocally } from './http-server.ts'
import { lambdaEndpoint } from './lambda-endpoint.ts'
import { openStepFunctions } from './step-functions.ts'

const usage = `Serves Step Functions on 127.0.0.1.

  npm run stepfunctions -- --port 8083 --data .stepfunctions --lambda http://127.0.0.1:9001

  --port        where to listen (8083)
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
  if (values.durability !== 'process' && values.durability !== 'power') {
    throw new Error(`--durability is 'process' or 'power', not '${values.durability}'`)
  }
  const stepFunctions = openStepFunctions({
    folder: values.data,
    clock: Date,
    invoke: lambdaEndpoint(values.lambda),
    durability: values.durability,
    retentionDays: Number(values.retention),
    ...(values.region === undefined ? {} : { region: values.region }),
  })
  const server = await serveLocally(stepFunctions.fetch, Number(values.port))
  const stop = async (): Promise<void> => {
    server.close()
    server.closeAllConnections()
    await stepFunctions.close()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  console.log(`listening on http://127.0.0.1:${values.port}`)
}
