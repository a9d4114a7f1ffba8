import type { SectionName } from './report.ts'

/** What the parts of a report are called: in its mail, on its page, and where it is written. */
export const headings: Record<SectionName, string> = {
  news: 'News',
  decided: 'What was decided',
  'moved on': 'What moved on',
  open: 'What is open',
  due: 'What is due',
  participation: 'How practices took part',
  records: 'Fingerprints of the records: keep these, and nobody can change the records unnoticed',
}
