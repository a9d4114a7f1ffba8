import type { Content, Criterion } from './content.ts'
import { priceFormulaInWords } from './price-formula-in-words.ts'
import { keyCriteria, sectionNames, sections } from './template.ts'
import { type Part, wordChanges } from './word-changes.ts'

/** One thing that differs between two versions, word by word. */
export interface Difference {
  path: (string | number)[]
  what: string
  parts: Part[]
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
      .map(({ id, title }) => ({
        path: path(id),
        what: `Criterion “${title}” removed`,
        parts: [{ kind: 'removed' as const, text: title }],
      })),
    ...after.flatMap((criterion): Difference[] => {
      const old = was.get(criterion.id)
      const { id, title } = criterion
      if (!old) return [{ path: path(id), what: `Criterion “${title}” added`, parts: [{ kind: 'added', text: title }] }]
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
  return before === after ? [] : [{ path, what, parts: wordChanges(before, after) }]
}
