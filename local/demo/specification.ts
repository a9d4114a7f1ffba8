import type { Topic } from '../sample/topics.ts'
import { seenPanel } from './panel-formation.ts'
import type { Play } from './play.ts'

const answers = {
  objectives: ['met', 'Two objectives, each with a number that can be checked.'],
  costs: ['partly met', 'The savings rest on two practices; the one-off costs are complete.'],
  'strategic-fit': ['met', 'It serves the first of the five public-health priorities.'],
  consultation: ['met', 'The staff and a patient group were asked, and it changed the proposal.'],
  leadership: ['met', 'A clinical lead and a project manager are named, with time set aside.'],
  governance: ['met', 'The national standards for the service.'],
  risks: ['partly met', 'Recruitment is the main risk; the specification must address it.'],
}

const sections = ({ problem, service }: Topic) => ({
  purpose: problem,
  population: 'Adults registered with the nineteen practices, referred by them or by themselves.',
  acceptance:
    'Anybody registered with one of the practices. People who need urgent care go to the crisis team the same day.',
  service,
  outcomes: 'Measured before and after, for every patient; published by practice every quarter.',
  access: 'In the patient’s own practice or the nearest place, evenings included.',
  workforce: 'Accredited staff with supervision; those who provide the service today are offered posts.',
  governance: 'The national standards; safeguarding leads in each practice; incidents within one working day.',
  standards:
    'The guidance of NICE for the condition, the national access standard, and the locality’s safeguarding policy.',
  integration: 'The team joins the practices’ weekly meetings and shares a summary with the GP.',
  premises: 'Rooms of the practices outside surgery hours.',
  continuity:
    'It starts six months after the award, for three years, with two more by agreement; people waiting today keep their place.',
  reporting: 'Referrals, waits, appointments and outcomes every month, by practice.',
})

const scale = [
  'No answer, or none that fits the question.',
  'Serious gaps.',
  'Gaps that would have to be closed before it starts.',
  'Answers the question.',
  'Answers it well, with evidence.',
  'Answers it better than was asked, with strong evidence.',
]

const criterion = (id: string, title: string, weight: string, serves: string, minimum?: number) => ({
  id,
  title,
  question: `How will you provide ${title.toLowerCase()}?`,
  guidance: 'Say what you will do, who does it, and how you know that it works.',
  weight,
  scale,
  serves,
  ...(minimum !== undefined && { minimum }),
})

const content = (topic: Topic, priceShare: string) => ({
  sections: sections(topic),
  criteria: [
    criterion('clinical-quality', 'Clinical quality and supervision', '25', 'quality', 2),
    criterion('access', 'Access and choice', '17.5', 'access'),
    criterion('integration', 'Working with the practices', '12.5', 'integration'),
    criterion('mobilisation', 'A start within six months', '10', 'value'),
    criterion('social-value', 'Social value', '10', 'social-value'),
  ],
  priceShare,
  priceFormula: { kind: 'lowest-over-price' },
})

/** The panel appraises the proposal, writes two versions of a specification and approves one; the approver agrees. */
export async function playSpecification(play: Play): Promise<void> {
  await playAppraisal(play)
  await play.moveBy({ days: 6 })
  await playDrafting(play)
  await playApproval(play)
}

/** The panel goes through the checklist and votes that the proposal proceeds. */
export async function playAppraisal(play: Play): Promise<void> {
  const { members, chair = '' } = await seenPanel(play)
  for (const [item, [finding, comment]] of Object.entries(answers))
    await play.command(chair, 'answer-checklist', { item, finding, comment })
  for (const member of members)
    await play.command(member, 'vote-on-proposal', {
      round: 1,
      option: 'proceed',
      reasons: 'The need is plain, and those who provide the service today were asked.',
    })
  await play.settled()
}

/** The programme manager lets observers read what the panel found. */
export async function markTheAppraisal(play: Play): Promise<void> {
  const reason = 'Patients asked for this redesign, and can follow what becomes of it.'
  await play.command(play.manager.personId, 'mark-paper', { paper: 'appraisal', reason })
}

/** Two versions, with a comment that leads from one to the other, and a workshop on the weights. */
export async function playDrafting(play: Play): Promise<void> {
  const { members, chair = '' } = await seenPanel(play)
  const [writer = chair, reader = chair] = members.filter((member) => member !== chair)
  const first = content(play.topic, '30')
  await play.command(writer, 'save-version', {
    basedOn: 0,
    content: first,
    reason: 'A first version, from the proposal and the appraisal.',
  })
  await play.command(reader, 'comment', {
    version: 1,
    criterion: 'clinical-quality',
    text: 'The weights and the price share are 105 together: price should weigh less.',
  })
  await play.command(reader, 'comment', {
    version: 1,
    section: 'access',
    text: 'Evenings: how many, and where?',
  })
  await play.moveBy({ days: 2 })
  await play.command(writer, 'answer-comment', { number: 2, text: 'Two a week in each town. I will put it in.' })
  const second = content(play.topic, '25')
  const access = 'In the patient’s own practice or the nearest place, with two evenings a week in each town.'
  await play.command(writer, 'save-version', {
    basedOn: 1,
    content: { ...second, sections: { ...second.sections, access } },
    reason: 'The price share is 25, and evenings are counted.',
  })
  await play.command(writer, 'resolve-comment', { number: 1, how: 'The price share is 25 in version 2.' })
  await holdWorkshop(play, chair, second)
  await play.moveBy({ days: 1 })
}

async function holdWorkshop(play: Play, person: string, tried: ReturnType<typeof content>): Promise<void> {
  const { examples } = await play
    .as(person)
    .get<{ examples: unknown[] }>(`/api/cases/${play.caseId}/specification/workshops`)
  await play.command(person, 'hold-workshop', {
    version: 2,
    weights: Object.fromEntries(tried.criteria.map(({ id, weight }) => [id, weight])),
    priceShare: tried.priceShare,
    priceFormula: tried.priceFormula,
    samples: examples,
    conclusion:
      'An expensive tender can win by being excellent, and a cheap one cannot win just by being cheap. We keep the weights.',
  })
}

/** The panel approves the last version, and the approver agrees to the business case. */
export async function playApproval(play: Play): Promise<void> {
  const { members, chair = '' } = await seenPanel(play)
  await play.moveBy({ days: 1 })
  await play.command(chair, 'put-to-vote', { version: 2 })
  for (const [index, member] of members.entries())
    await play.command(member, 'vote-on-specification', {
      round: 1,
      option: index === 0 ? 'abstain' : 'for',
      reasons:
        index === 0 ? 'I would have given access more weight.' : 'It says what we asked for, and can be checked.',
    })
  await play.settled()
  await play.moveBy({ days: 3 })
  await play.command(play.approver.personId, 'approve-business-case', {
    reasons: 'Affordable within the budget of the area, and wanted by patients.',
  })
  await play.settled()
}
