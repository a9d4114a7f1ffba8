import type { RelaxedLimit } from '../../../domain/panel-draw/limits.ts'

const said: Record<string, string> = {
  'profession gp': 'GPs',
  'profession practice-manager': 'practice managers',
  'experience recent': 'members of a panel in the last 12 months',
}

/** Whom a limit is about, as people say it. */
export const limitInWords = (category: string, feature: string): string =>
  said[`${category} ${feature}`] ?? (feature === 'yes' ? category : `${category} ${feature}`)

const counts: Record<string, string> = {
  'profession gp': 'GP',
  'profession practice-manager': 'practice manager',
  'profession nurse': 'nurse',
  'profession other': 'another profession',
  'experience recent': 'on a panel in the last 12 months',
  'experience none': '',
}

/** What counts of somebody in the pool: `GP of practice 1, on a panel in the last 12 months`. */
export function countsInWords(facts: readonly [category: string, feature: unknown][]): string {
  const practice = facts.find(([category]) => category === 'practice')?.[1]
  const [profession, ...others] = facts
    .filter(([category]) => category !== 'practice')
    .toSorted(([one], [other]) => Number(other === 'profession') - Number(one === 'profession'))
    .map(([category, feature]) => counts[`${category} ${feature}`] ?? skillInWords(category, feature))
  const who = [profession, practice].filter((part) => part !== undefined && part !== '').join(' of ')
  return [who, ...others].filter((part) => part !== '').join(', ')
}

const skillInWords = (category: string, feature: unknown): string =>
  feature === 'yes' ? category : feature === 'no' ? '' : `${category} ${feature}`

/** What would give way, as people say it: `at least 2 GPs instead of 3`. */
export const changesInWords = (limits: readonly RelaxedLimit[]): string =>
  limits
    .map(({ limit, category = '', feature = '', from, to }) =>
      limit === 'size'
        ? `a panel of ${to} instead of ${from}`
        : `at ${limit === 'min' ? 'least' : 'most'} ${to} ${limitInWords(category, feature)} instead of ${from}`,
    )
    .join(', and ')
