import type { Outcome } from './outcome.ts'

const percent = (chance: number) => `${(100 * chance).toFixed(2)}%`

/** The outcome as a table and a few lines. */
export function inWords(outcome: Outcome): string {
  if (!outcome.feasible) {
    const alternatives = outcome.relaxations.map(
      ({ changes, panel }, at) => `  ${at + 1}. ${changes}\n     allows the panel of rows ${panel.join(', ')}`,
    )
    if (alternatives.length === 0) return 'No panel is possible: there is nobody to draw.'
    return `No panel fulfils everything. The smallest changes that would make one possible:\n${alternatives.join('\n')}`
  }
  const cells = outcome.rows.map(({ row, count, chance, exact, inPanels: [least, most] }) => [
    ...[String(row), String(count), percent(chance), exact],
    least === most ? String(least) : `${least}–${most}`,
  ])
  const table = [['row', 'people', 'chance', 'exactly', `panels of ${outcome.panels}`], ...cells]
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)))
  const lines = table.map((row) => `  ${row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')}`)
  const { minimum, maximum, gini, geometricMean, panels, differentPanels, seconds } = outcome
  return [
    ...lines,
    '',
    `Chances from ${percent(minimum)} to ${percent(maximum)}; Gini ${gini.toFixed(4)}; geometric mean ${percent(geometricMean)}`,
    `${panels} panels, ${differentPanels} of them different; ${seconds} seconds`,
  ].join('\n')
}
