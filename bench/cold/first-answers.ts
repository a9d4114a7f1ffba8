import { stepFile } from '../../cdk/function-files.ts'
import type { Stage } from '../../domain/case/case.ts'
import { addMilliseconds } from '../../domain/time/instant.ts'
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
import { tableEndpoint } from '../table-endpoint.ts'
import { ratios } from '../timed.ts'
import { processorTime } from './processor-time.ts'

/** A function's first work in a fresh process. */
interface FirstWork {
  what: string
  bundle: string
  /** Each time another, where the same would be refused. */
  event(): object
  /** What its answer, as JSON, must contain. */
  answer: string
}

/** Where the case stands that is worked on, and the step that attends to it there. */
const places: Record<Size, { stage: Stage; attending: string }> = {
  full: { stage: 'evaluation', attending: 'attend-to-the-scores' },
  tiny: { stage: 'nomination', attending: 'attend-to-the-nominations' },
}

/**
 * From nothing to the first answer: the bundle is loaded and does what somebody waits for, on a case that is being scored. Against
 * it, a process that loads the client and reads the case once. A bundle that only loads later what its first work needs gains
 * nothing here.
 * @param folder with the bundles, and the client's as `only-dynamodb`
 */
export const firstAnswers = (folder: string, size: Size, times: number): Promise<Figure[]> =>
  withLocality(async ({ url }) => {
    const { stage, attending } = places[size]
    const play = await caseIn(url, stage)
    const env = await environment()
    const bare = bareRead(env.TABLE_NAME, play.caseId)
    const figures: Figure[] = []
    for (const work of await firstWorks(play, stepFile(stage, attending).name)) {
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

async function caseIn(url: string, stage: Stage): Promise<Play> {
  const play = await Play.at(url, () => {})
  const before = parts.findIndex((one) => one.stage === stage)
  for (const { part } of parts.slice(0, before)) await part(play)
  if (stage === 'evaluation') await readyToReadTenders(play)
  await play.settled()
  return play
}

async function firstWorks(play: Play, step: string): Promise<FirstWork[]> {
  const { life, wait } = await play.see()
  let extended = 0
  const { attempt = 1 } = life.path.at(-1) ?? {}
  const { accessToken } = await signIn(play.baseUrl, play.manager.personId)
  const path = `/api/cases/${play.caseId}`
  const asked = { authorization: `Bearer ${accessToken}` }
  return [
    { what: 'api, GET of a case', bundle: 'api', event: () => httpEvent(path, asked), answer: '"statusCode":200' },
    {
      what: 'api, POST of a command',
      bundle: 'api',
      event: () => {
        extended += 1
        const dueAt = addMilliseconds(wait?.dueAt ?? '', extended * 86_400_000)
        const typed = { ...asked, 'content-type': 'application/json' }
        return httpEvent(`${path}/extend-deadline`, typed, { dueAt, reason: 'A bank holiday lies in between.' })
      },
      answer: '"statusCode":200',
    },
    {
      what: `the step ${step}`,
      bundle: step,
      event: () => ({ caseId: play.caseId, stage: life.stage, attempt }),
      answer: '"verdict":"waiting"',
    },
  ]
}

/** As Lambda would have it, with the table on this machine. */
async function environment() {
  return {
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: await tableEndpoint(),
    TABLE_NAME: deps().table.name,
    OIDC_ISSUER: process.env['OIDC_ISSUER'] ?? '',
    OIDC_CLIENT_ID: process.env['OIDC_CLIENT_ID'] ?? '',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  }
}

const answering = ({ bundle, event, answer }: FirstWork): string => `
  const { handler } = await import('./${bundle}.mjs')
  const answer = JSON.stringify(await handler(${JSON.stringify(event())}, {}))
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
