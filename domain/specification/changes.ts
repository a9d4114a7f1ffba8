import type { Content, Criterion } from './content.ts'
import { priceFormulaInWords } from './price-formula-in-words.ts'
import { keyCriteria, sectionNames, sections } from './template.ts'

/** One thing that differs between two versions; for long texts the lines that went and came. */
export interface Difference {
  path: (string | number)[]
  what: string
  removed: string[]
  added: string[]
}

/** What changed from one version to another, in the order of the specification. */
export function changesBetween(before: Content, after: Content): Difference[] {
  return [
    ...sectionNames.flatMap((section) =>
      texts(
        ['sections', section],
        sections[section].title,
        before.sections[section] ?? '',
        after.sections[section] ?? '',
      ),
    ),
    ...criteriaChanges(before.criteria, after.criteria),
    ...texts(['priceShare'], 'Price share', before.priceShare, after.priceShare),
    ...texts(
      ['priceFormula'],
      'Price formula',
      priceFormulaInWords(before.priceFormula),
      priceFormulaInWords(after.priceFormula),
    ),
  ]
}

function criteriaChanges(before: Criterion[], after: Criterion[]): Difference[] {
  const was = new Map(before.map((criterion) => [criterion.id, criterion]))
  const is = new Set(after.map(({ id }) => id))
  const path = (id: string) => ['criteria', id]
  return [
    ...before
      .filter(({ id }) => !is.has(id))
      .map(({ id, title }) => ({ path: path(id), what: `Criterion “${title}” removed`, removed: [title], added: [] })),
    ...after.flatMap((criterion): Difference[] => {
      const old = was.get(criterion.id)
      const { id, title } = criterion
      if (!old) return [{ path: path(id), what: `Criterion “${title}” added`, removed: [], added: [title] }]
      return fieldsOf(criterion).flatMap(([field, value], index) =>
        texts([...path(id), field], `“${title}”: ${field}`, fieldsOf(old)[index]?.[1] ?? '', value),
      )
    }),
  ]
}

const fieldsOf = ({ title, question, guidance, weight, scale, minimum, serves }: Criterion): [string, string][] => [
  ['title', title],
  ['question', question],
  ['guidance', guidance],
  ['weight', weight],
  ...scale.map((description, point): [string, string] => [`point ${point}`, description]),
  ['minimum', minimum === undefined ? '' : String(minimum)],
  ['key criterion', keyCriteria[serves]],
]

function texts(path: (string | number)[], what: string, before: string, after: string): Difference[] {
  if (before === after) return []
  const [old, fresh] = [linesOf(before), linesOf(after)]
  return [{ path, what, ...lineChanges(old, fresh) }]
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))

/** The lines outside the longest common subsequence: what a reader has to look at. */
function lineChanges(before: string[], after: string[]): { removed: string[]; added: string[] } {
  // The work grows with the product of the lengths: very long texts are shown whole.
  if (before.length * after.length > 1_000_000) return { removed: before, added: after }
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0
  for (let row = before.length - 1; row >= 0; row -= 1)
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const line = lengths[row]
      if (line)
        line[column] =
          before[row] === after[column]
            ? at(row + 1, column + 1) + 1
            : Math.max(at(row + 1, column), at(row, column + 1))
    }
  const removed: string[] = []
  const added: string[] = []
  let row = 0
  let column = 0
  while (row < before.length || column < after.length) {
    const [old, fresh] = [before[row], after[column]]
    if (old !== undefined && old === fresh) {
      row += 1
      column += 1
    } else if (old !== undefined && (fresh === undefined || at(row + 1, column) >= at(row, column + 1))) {
      removed.push(old)
      row += 1
    } else if (fresh !== undefined) {
      added.push(fresh)
      column += 1
    }
  }
  return { removed, added }
}
