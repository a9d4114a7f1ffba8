import { type Benchmark, type Figure, reached } from './bench.ts'

/** What one benchmark found, and when: an entry of `results.json`. */
export interface Result {
  name: string
  says: string
  at: string
  /** The pinned runtime, and how many processors it had. */
  node: string
  processors: number
  /** How long it took, in seconds. */
  seconds?: number
  figures: Figure[]
}

export const headings = ['what', 'median', 'quarters', 'n', 'to reach', '']

/** A figure as the cells of a row. */
export function cells(figure: Figure): string[] {
  const { what, unit, value, low, high, samples, reach, absent } = figure
  if (absent !== undefined) return [`${what} (${absent})`, 'not measured', '', '', '', '']
  const shown = (number: number) => (unit === '×' ? `${round(number)} ×` : `${round(number)} ${unit}`)
  const met = reached(figure)
  return [
    what,
    shown(value),
    samples > 1 ? `${round(low)} – ${round(high)}` : '',
    samples > 1 ? String(samples) : '',
    reach ? ('most' in reach ? `≤ ${round(reach.most)}` : `≥ ${round(reach.least)}`) : '',
    met === undefined ? '' : met ? 'yes' : 'NO',
  ]
}

/** Three figures that matter. */
function round(number: number): string {
  const digits = Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 10 ? 1 : 2
  return number.toLocaleString('en-GB', { maximumFractionDigits: Number.isInteger(number) ? 0 : digits })
}

export function table({ name, says }: Pick<Benchmark, 'name' | 'says'>, figures: Figure[]): string {
  const rows = [headings, ...figures.map(cells)]
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  )
  return [`${name}: ${says}`, ...lines.map((line) => `  ${line.trimEnd()}`), ''].join('\n')
}

const marks = { begin: '<!-- generated: the last results -->', end: '<!-- end of generated -->' }

/** The page with the last results between its marks. */
export function withResults(page: string, results: Result[]): string {
  const begin = page.indexOf(marks.begin)
  const end = page.indexOf(marks.end)
  if (begin < 0 || end < begin) throw new Error(`The page lacks its marks “${marks.begin}” and “${marks.end}”.`)
  const tables = results.map(
    ({ name, says, at, node, processors, seconds, figures }) =>
      `### ${name}\n\n${says} (${at.slice(0, 10)}, Node ${node}, ${processors} processors${seconds === undefined ? '' : `, measured in ${seconds} s`})\n\n| ${headings.join(' | ')} |\n${'| --- '.repeat(headings.length)}|\n${figures.map((figure) => `| ${cells(figure).join(' | ')} |`).join('\n')}\n`,
  )
  return `${page.slice(0, begin)}${marks.begin}\n\n${tables.join('\n')}\n${page.slice(end)}`
}
