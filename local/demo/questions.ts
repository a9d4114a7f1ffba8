import { seenPanel } from './panel-formation.ts'
import { first, ordinal, type Play } from './play.ts'

/** While a tender is open: two providers ask, one is answered, and the panel changes what is asked for. */
export async function playQuestions(play: Play): Promise<void> {
  const providers = play.having('provider')
  const [asking, other] = [first(providers), ordinal(providers, 2)]
  await play.moveBy({ days: 1 })
  await play.command(asking.id, 'ask-question', {
    text: 'We provide a part of this today from two of our own clinics. Can they be used, or are only the practices’ rooms meant?',
  })
  await play.manager.post(`/api/cases/${play.caseId}/answer-question`, {
    id: 1,
    wording: 'May a bidder use premises of its own, or are only the practices’ rooms meant?',
    answer: 'A bidder’s own premises may be used where they are as near to patients as the practices are.',
  })
  await playChange(play)
  await play.moveBy({ days: 1 })
  await play.command(other.id, 'ask-question', {
    text: 'How many patients wait today? Our current contract in the next locality has a list of two hundred.',
  })
}

/** What is asked for is changed after the publication, because of a question. */
async function playChange(play: Play): Promise<void> {
  const { members, chair = '' } = await seenPanel(play)
  const { version } = await play
    .as(chair)
    .get<{ version: { number: number; content: { sections: Record<string, string>; [more: string]: unknown } } }>(
      `/api/cases/${play.caseId}/specification`,
    )
  const premises = 'Rooms of the practices outside surgery hours, or a bidder’s own that are as near to patients.'
  await play.command(chair, 'save-version', {
    basedOn: version.number,
    content: { ...version.content, sections: { ...version.content.sections, premises } },
    reason: 'A question showed that bidders could think only the practices’ rooms were meant.',
  })
  await play.command(chair, 'put-to-vote', { version: version.number + 1 })
  for (const member of members.slice(0, 5))
    await play.command(member, 'vote-on-specification', {
      round: 1,
      option: 'for',
      reasons: 'It says what we meant.',
    })
}
