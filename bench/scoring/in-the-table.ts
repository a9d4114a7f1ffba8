import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../../domain/case/case.ts'
import { deps } from '../../functions/runtime/deps.ts'
import { keys } from '../../functions/store/keys.ts'
import { asWritten, nouns } from '../../functions/store/nouns.ts'
import { Play } from '../../local/demo/play.ts'
import type { Figure } from '../bench.ts'
import { withLocality } from '../observed-locality.ts'
import { counted, type Spread } from '../statistics.ts'
import { type Many, scoredCase } from './large-tender.ts'

/**
 * What the table is asked while a member scores: by a process that has not read the case, and by one that has. Two cases, so that
 * each is met for the first time once.
 */
export const askedOfTheTable = (many: Many, of: string): Promise<Figure[]> =>
  withLocality(async ({ url, requests }) => {
    const play = await Play.at(url, () => {})
    const [member] = play.having('practice')
    if (!member) throw new Error('The sample locality has nobody of a practice.')
    const saved = scoredCase('c000000000001', member.id, many)
    const opened = scoredCase('c000000000002', member.id, many)
    await putCase(saved)
    await putCase(opened)
    const me = play.as(member.id)
    await me.get('/api/me') // signed in, and the issuer's keys are known
    const asked = async (work: Promise<unknown>) => {
      const from = requests.length
      await work
      return counted(requests.slice(from).filter(({ origin }) => origin.startsWith('api ')).length)
    }
    const draft = { scores: { 'criterion-00': { score: 3, rationale: 'It answers what was asked.' } } }
    const save = (version: number) =>
      asked(me.put(`/api/cases/${saved.id}/score-drafts/bidder-00`, draft, `"${version}"`))
    const open = ({ id }: Case) => asked(me.get(`/api/cases/${id}/scoring`))
    const row = (what: string, spread: Spread, most: number): Figure => ({
      ...{ what: `requests to the table to ${what} ${of}`, unit: '' },
      ...spread,
      reach: { most },
    })
    return [
      row('save a score, the case not read before,', await save(0), 2),
      row('save a score, the case read before,', await save(1), 2),
      row('open the scoring page, the case not read before,', await open(opened), 3),
      row('open the scoring page, the case read before,', await open(saved), 3),
    ]
  })

/** The items of a case as it is now, without how it came to be so. */
async function putCase(theCase: Case): Promise<void> {
  const { client, name: TableName } = deps().table
  const put = (Item: Record<string, unknown>) => client.send(new PutCommand({ TableName, Item }))
  await put({ ...keys.head(theCase.id), ...theCase.head })
  for (const noun of Object.keys(nouns) as (keyof typeof nouns)[])
    if (theCase[noun] !== undefined)
      await put({ ...keys.noun(theCase.id, noun), ...asWritten(noun, theCase[noun]), version: theCase.head.sequence })
}
