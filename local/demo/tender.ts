import { counselling } from '../sample/topics.ts'
import { attach } from './attach.ts'
import { first, type Play } from './play.ts'
import { sealedTender } from './sealed-tender.ts'

interface Notice {
  round: number
  publicKeys: { quality: string; price: string }
  deadline: string
  criteria: { id: string; title: string }[]
  questions: { id: number; question: string; answer: string }[]
}

/** Each provider's price for the contract, in pence. */
const prices = [118_400_000, 109_900_000, 124_250_000, 131_000_000, 113_750_000]

/** Five providers tender under seal; one asks first, and one thinks again. */
export async function playTender(play: Play): Promise<void> {
  const notice = (): Promise<Notice> => play.auditor.get(`/api/public/cases/${play.caseId}/tender`)
  const bidders = [
    ...new Map(play.having('provider').map((person) => [person.organisationId ?? '', person])).values(),
  ].slice(0, prices.length)
  const { tendered = counselling.tendered } = play.topic
  await play.moveBy({ days: 4 })
  const [asking] = bidders
  const { id: asker } = first(bidders)
  const list = 'Three posts, 2.4 whole-time equivalents, by length of service: 11, 6 and 2 years.'
  await play.command(asker, 'ask-question', {
    text: tendered.asked,
    documents: [await attach(play.as(asker), play.caseId, 'Posts.txt', list)],
  })
  await play.moveBy({ days: 1 })
  await play.manager.post(`/api/cases/${play.caseId}/answer-question`, {
    id: 1,
    wording: tendered.wording,
    answer: tendered.answer,
    documents: [
      await attach(play.manager, play.caseId, 'Annex C.txt', 'NHS terms of service, band 6, pensions included.'),
    ],
    withDocuments: true,
  })
  const { publicKeys, round, criteria } = await notice()
  await play.moveBy({ days: 9 })
  for (const [index, person] of bidders.entries()) {
    const pence = prices[index] ?? first(prices)
    const way = tendered.ways[index] ?? first(tendered.ways)
    const organisationId = person.organisationId ?? ''
    const sealed = (price: number) =>
      sealedTender(play.as(person.id), {
        ...{ caseId: play.caseId, round, organisationId, publicKeys },
        ...{ answers: answers(criteria, way), pence: price },
        documents: {
          quality: [{ name: 'Service model.txt', type: 'text/plain', bytes: text(`${way}\nPage 1 of 1.`) }],
          price: [{ name: 'Cost schedule.txt', type: 'text/plain', bytes: text(`${price} pence`), confidential: true }],
        },
      })
    if (person === asking) {
      await play.command(person.id, 'submit-tender', await sealed(pence + 5_000_000))
      await play.moveBy({ days: 1 })
    }
    await play.command(person.id, 'submit-tender', await sealed(pence))
  }
  await play.moveTo((await notice()).deadline)
  // The workflow wakes a moment after it: timers count in whole seconds.
  await play.moveBy({ hours: 1 })
}

const answers = (criteria: Notice['criteria'], way: string) =>
  Object.fromEntries(
    criteria.map(({ id, title }) => [
      id,
      `${way} On “${title}”: what we do, who does it, and how we know that it works.`,
    ]),
  )

const text = (words: string) => new TextEncoder().encode(words)
