import type { Verdict } from './run-recorded-case.ts'

export const begin = '<!-- generated: agreement with the recordings -->'
export const end = '<!-- end of generated -->'

/** How far a recording agrees, by the comparator's levels. */
const levels = {
  full: 'agree in events, ids, links and data',
  types:
    'agree in the course of events and in the end: they were recorded with another service (SQS), which is refused; here Lambda is in its place',
}

/** The README's part on the recordings, from what playing them gave. */
export function agreementTable(verdicts: Verdict[]): string {
  const names = (of: (verdict: Verdict) => boolean): string[] =>
    verdicts
      .filter(of)
      .map(({ name }) => name)
      .sort()
  const agreeing = Object.entries(levels).map(
    ([level, what]) => [what, names(({ verdict, about }) => verdict === 'agrees' && about[0] === level)] as const,
  )
  const others = verdicts.filter(({ verdict }) => verdict !== 'agrees')
  const count = (kind: Verdict['verdict']): number => others.filter(({ verdict }) => verdict === kind).length
  return [
    begin,
    '',
    `${verdicts.length} recordings. ${count('refused')} are refused, ${count('differs')} differ.`,
    '',
    '| of them | | |',
    '| --- | --- | --- |',
    ...agreeing.map(([what, agree]) => `| ${agree.length} | ${what} | ${agree.join(', ')} |`),
    ...others.map(
      ({ name, verdict, about }) => `| ${verdict} | ${about.join('; ').replaceAll('|', '\\|')} | ${name} |`,
    ),
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
