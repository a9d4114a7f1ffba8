import type { Verdict } from './run-recorded-case.ts'

export const begin = '<!-- generated: agreement with the recordings -->'
export const end = '<!-- end of generated -->'

const levels: Record<string, string> = {
  full: 'agrees in events, ids, links and data',
  types:
    'agrees in the course of events and the end; the service it was recorded with (SQS) is refused, this ran with Lambda instead',
}

/** The README's part on the recordings, from what playing them gave. */
export function agreementTable(verdicts: Verdict[]): string {
  const count = (kind: Verdict['verdict']): number => verdicts.filter(({ verdict }) => verdict === kind).length
  const rows = [...verdicts]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(
      ({ name, verdict, about }) =>
        `| ${name} | ${verdict} | ${levels[String(about[0])] ?? about.join('; ').replaceAll('|', '\\|')} |`,
    )
  return [
    begin,
    '',
    `${verdicts.length} recordings: ${count('agrees')} agree, ${count('refused')} are refused, ${count('differs')} differ.`,
    '',
    '| recording | | |',
    '| --- | --- | --- |',
    ...rows,
    '',
    end,
  ].join('\n')
}

/** The README with its generated part replaced. */
export function withTable(readme: string, table: string): string {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)]
  if (from < 0 || to < from) throw new Error('The README has no place for the table')
  return readme.slice(0, from) + table + readme.slice(to + end.length)
}
