import { playNomination } from '../../../local/demo/nomination.ts'
import { playPanelFormation } from '../../../local/demo/panel-formation.ts'
import { first, Play } from '../../../local/demo/play.ts'
import { sealedTender } from '../../../local/demo/sealed-tender.ts'
import { playSpecification } from '../../../local/demo/specification.ts'
import { playSubmission } from '../../../local/demo/submission.ts'
import type { Played } from './moments.ts'
import { ORIGIN, type World } from './world.ts'

/** A case that is out for tender, with one tender under seal that says a marker wherever it can say anything. */
export interface SealedIn extends Omit<Played, 'moments'> {
  bidder: { id: string; organisationId: string }
  documents: string[]
  /** Each request that the service received while the tender was made and submitted, to the byte, and each answer. */
  received: Buffer[]
}

/** @param became replaces `globalThis.fetch`, by which the demo's people speak */
export async function playToASealedTender(
  world: World,
  became: (fetch: typeof globalThis.fetch) => void,
  { marker, pence }: { marker: string; pence: number },
): Promise<SealedIn> {
  const accepted: Played['accepted'] = []
  const received: Buffer[] = []
  became(async (input, init) => {
    const request = new Request(input as string, init)
    const answer = await world.fetch(request.clone())
    const body = Buffer.from(await request.arrayBuffer())
    const answered = Buffer.from(await answer.clone().arrayBuffer())
    received.push(Buffer.from(`${request.url} ${JSON.stringify([...request.headers])}`), body, answered)
    if (answer.ok && request.method !== 'GET' && request.headers.get('content-type')?.includes('json'))
      accepted.push({ method: request.method, path: new URL(request.url).pathname, body: JSON.parse(String(body)) })
    return answer
  })
  const play = await Play.at(ORIGIN, () => {})
  await playSubmission(play)
  await playNomination(play)
  await playPanelFormation(play)
  await playSpecification(play)
  await play.moveBy({ days: 2 })
  const { id, organisationId = '' } = first(play.having('provider'))
  const { publicKeys, round, criteria } = await play.auditor.get<{
    publicKeys: { quality: string; price: string }
    round: number
    criteria: { id: string }[]
  }>(`/api/public/cases/${play.caseId}/tender`)
  received.length = 0
  const paper = (name: string) => ({
    ...{ name: `${name} ${marker}.txt`, type: 'text/plain' as const },
    bytes: new TextEncoder().encode(`${name}: ${marker}`),
  })
  const tender = await sealedTender(play.as(id), {
    ...{ caseId: play.caseId, round, organisationId, publicKeys, pence },
    answers: Object.fromEntries(criteria.map((criterion) => [criterion.id, `We do it. ${marker}`])),
    partners: [{ name: `Fernhill ${marker}`, as: 'subcontractor' }],
    documents: { quality: [paper('Model')], price: [{ ...paper('Costs'), confidential: true }] },
  })
  await play.command(id, 'submit-tender', tender)
  await play.settled()
  const documents = [tender.quality, tender.price].flatMap(({ documents }) => documents.map((one) => one.id))
  return { play, accepted, drafts: [play.caseId], bidder: { id, organisationId }, documents, received }
}
