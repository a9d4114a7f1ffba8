import { stepFile } from '../../cdk/function-files.ts'
import { deps } from '../../functions/runtime/deps.ts'
import { prefixes } from '../../functions/store/keys.ts'
import { readyToReadTenders } from '../../local/demo/evaluation.ts'
import { parts } from '../../local/demo/parts.ts'
import { Play } from '../../local/demo/play.ts'
import { signIn } from '../../local/identity/sign-in.ts'
import { httpEvent } from '../../test/cdk/bundle/fresh-process.ts'
import type { Figure, Size } from '../bench.ts'
import { withLocality } from '../observed-locality.ts'
import { spread } from '../statistics.ts'
import { ratios } from '../timed.ts'
import { processorTime } from './processor-time.ts'

/** A function's first work in a fresh process: what it is given, and what its answer must contain. */
interface FirstWork {
  what: string
  bundle: string
  event: unknown
  answer: string
}

/**
 * From nothing to the first answer: the bundle is loaded and does what somebody waits for, on a case that is being scored (tiny: that
 * takes nominations). Against it, a process that loads the clients and reads the case once. A bundle that only loads later
 * what its first work needs gains nothing here.
 * @param folder with the bundles, and the clients’ as `only-dynamodb`
 */
export const firstAnswers = (folder: string, size: Size, times: number): Promise<Figure[]> =>
  withLocality(async ({ url }) => {
    const play = await Play.at(url, () => {})
    for (const { part } of size === 'full' ? beforeEvaluation : parts.slice(0, 1)) await part(play)
    if (size === 'full') await readyToReadTenders(play)
    await play.settled()
    const env = await environment()
    const bare = bareRead(env.TABLE_NAME, play.caseId)
    const figures: Figure[] = []
    for (const work of await firstWorks(play)) {
      const against = await ratios(
        times,
        () => processorTime(folder, answering(work), env),
        () => processorTime(folder, bare, env),
      )
      const what = `${work.what}: time to the first answer, of the clients and one read alone`
      figures.push({ what, unit: '×', ...spread(against) })
    }
    return figures
  })

const beforeEvaluation = parts.slice(
  0,
  parts.findIndex(({ stage }) => stage === 'evaluation'),
)

async function firstWorks(play: Play): Promise<FirstWork[]> {
  const { life } = await play.see()
  const { attempt = 1 } = life.path.at(-1) ?? {}
  const { accessToken } = await signIn(play.baseUrl, play.manager.personId)
  const path = `/api/cases/${play.caseId}`
  const asked = { authorization: `Bearer ${accessToken}` }
  const attend = stepFile(...(attending[life.stage] ?? ['nomination', 'attend-to-the-nominations']))
  return [
    { what: 'api, GET of a case', bundle: 'api', event: httpEvent(path, asked), answer: '"statusCode":200' },
    {
      what: 'api, POST of a command',
      bundle: 'api',
      event: httpEvent(`${path}/remind`, { ...asked, 'content-type': 'application/json' }, {}),
      answer: '"statusCode":200',
    },
    {
      what: `the step ${attend.name}`,
      bundle: attend.name,
      event: { caseId: play.caseId, stage: life.stage, attempt },
      answer: '"verdict":"waiting"',
    },
  ]
}

const attending: Record<string, [workflow: string, step: string]> = {
  evaluation: ['evaluation', 'attend-to-the-scores'],
}

/** As Lambda would have it, with the table on this machine. */
async function environment() {
  const { client, name } = deps().table
  const { protocol, hostname, port } = (await client.config.endpoint?.()) ?? {}
  return {
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: `${protocol}//${hostname}:${port}`,
    TABLE_NAME: name,
    OIDC_ISSUER: process.env['OIDC_ISSUER'] ?? '',
    OIDC_CLIENT_ID: process.env['OIDC_CLIENT_ID'] ?? '',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  }
}

const answering = ({ bundle, event, answer }: FirstWork): string => `
  const { handler } = await import('./${bundle}.mjs')
  const answer = JSON.stringify(await handler(${JSON.stringify(event)}, {}))
  if (!answer.includes(${JSON.stringify(answer)})) throw new Error(answer)`

function bareRead(TableName: string, caseId: string): string {
  const { pk, sk } = prefixes.now(caseId)
  const input = {
    TableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
    ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
  }
  return `
  const { DynamoDBClient, DynamoDBDocumentClient, QueryCommand } = await import('./only-dynamodb.mjs')
  await DynamoDBDocumentClient.from(new DynamoDBClient()).send(new QueryCommand(${JSON.stringify(input)}))`
}
