import { monthOf, spanOf } from '../../domain/report/month.ts'
import type { Play } from '../demo/play.ts'

interface Seen {
  status: string
  version: number
  sections: { news: string }
}

/** What the programme manager adds to what the record says, by the month of the year. */
const news = [
  'The practices’ forum meets on the second Thursday, at seven in the evening. Sandwiches are provided.',
  'Practices that nominate for the first time can ask the programme manager to come to their team meeting.',
  'The forms for panel time are two lines long now. Send them by the end of the month.',
  'Two practices have a new manager: please look at who can sign in for you.',
]

/** The programme manager sends the report of each month that is over, from the first that has a case. */
export async function sendReports(play: Play): Promise<void> {
  const { reports } = await play.manager.get<{ reports: { month: string; status: string }[] }>('/api/reports')
  const present = monthOf(await play.now())
  const latest = reports.find(({ status }) => status === 'sent')?.month
  const month = latest ? monthOf(spanOf(latest).until) : await firstMonth(play)
  if (month === undefined || month >= present) return
  const path = `/api/reports/${month}`
  const { version, sections } = await play.manager.get<Seen>(path)
  const said = { ...sections, news: news[Number(month.slice(5)) % news.length] ?? '' }
  const kept = await play.manager.put<Seen>(path, said, `"${version}"`)
  await play.manager.post(`${path}/send`, { version: kept.version })
  await sendReports(play)
}

/** The month in which the first case began. */
async function firstMonth(play: Play): Promise<string | undefined> {
  const { life } = await play.see()
  const began = life.path[0]?.entered
  return began && monthOf(began)
}
