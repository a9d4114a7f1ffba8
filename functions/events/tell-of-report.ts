import { headings } from '../../domain/report/headings.ts'
import { monthInWords } from '../../domain/report/month.ts'
import { type Report, sectionNames } from '../../domain/report/report.ts'
import { pages } from '../messages/pages.ts'
import type { Deps } from '../runtime/deps.ts'
import { loadGroup } from '../store/locality-store.ts'
import { mailOnce } from './mail-once.ts'

/** Mails a report that was sent to everybody of the practices, once each. */
export async function tellOfReport(deps: Deps, { month, sections }: Report): Promise<void> {
  const text = sectionNames
    .filter((name) => sections[name].trim() !== '')
    .map((name) => `${headings[name].toUpperCase()}\n\n${sections[name]}`)
    .join('\n\n\n')
  const mail = { subject: `Redesign panels: report for ${monthInWords(month)}`, text, page: pages.report(month) }
  const people = await loadGroup(deps, 'practice')
  await mailOnce(
    deps,
    people.map((person) => ({ person, about: `report#${month}`, mail })),
  )
}
