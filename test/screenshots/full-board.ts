import { Play } from '../../local/demo/play.ts'
import { playSubmission } from '../../local/demo/submission.ts'
import { topics } from '../../local/sample/topics.ts'

const services = [
  'Hearing tests',
  'Memory clinics',
  'Back pain classes',
  'Blood tests at home',
  'Stop-smoking support',
  'Asthma reviews at school',
  'Night nursing for people who are dying',
  'A shared care record that hospital consultants, community nurses, pharmacists and all nineteen practices read and write together',
]
const places = ['in Ashlarke', 'in the three towns', 'along the valley', 'for people who cannot travel']

/** As many more proposals as make 40 cases, from many practices, one with a very long title; every third is not accepted yet. */
export async function fillBoard(url: string): Promise<void> {
  const { manager } = await Play.at(url, () => {})
  const { rows } = await manager.get<{ rows: { title: string }[] }>('/api/board?limit=100')
  const there = new Set(rows.map(({ title }) => title))
  const titles = places.flatMap((place) => services.map((service) => `${service} ${place}`))
  for (const [index, title] of titles
    .filter((title) => !there.has(title))
    .slice(0, Math.max(0, 40 - rows.length))
    .entries()) {
    const play = await Play.at(url, () => {}, { ...topics.submission, title, proposedBy: index % 19 })
    await playSubmission(play, { accept: false })
    if (index % 3 > 0) await play.command(play.manager.personId, 'accept-proposal', { ruleBook: {} })
    await play.settled()
  }
}
