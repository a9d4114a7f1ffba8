import { jaroWinkler } from '@skyra/jaro-winkler'
import type { Organisation } from '../locality/locality.ts'
import { once } from '../once.ts'

/** Words that say what form an organisation has, and not which one it is. */
const forms = new Set(
  'the nhs ltd limited llp plc cic co company cooperative coop trust foundation partnership group gp practice surgery'.split(
    ' ',
  ),
)

/**
 * A name without case, accents and punctuation, in any script: `St. Ann's (Ltd)` → `st anns ltd`. Equal ones are the same name,
 * but where nothing is left of them.
 */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

/** What tells one organisation from another, in alphabetical order: `Hearthlight Counselling Ltd` → `counselling hearthlight`. */
function core(name: string): string {
  // “Co-operative” and “Well-being” are one word each, and written as two.
  const words = plainName(name.replaceAll('-', '')).split(' ').sort()
  const telling = words.filter((word) => !forms.has(word))
  return (telling.length > 0 ? telling : words).join(' ')
}

const namesOf = ({ name, aliases, formerNames = [] }: Organisation): string[] => [name, ...aliases, ...formerNames]

const plainNamesOf = once((organisation: Organisation) => new Set(namesOf(organisation).map(plainName)))

/** By name, what was sought in these organisations before: each interest of everybody is looked up, again and again. */
const calledBefore = once((_: readonly Organisation[]) => new Map<string, Organisation | undefined>())

/**
 * The organisation that goes by exactly this identifier, name, alias or former name. Two that share it are none: nobody is
 * taken for another.
 */
export function organisationCalled(name: string, organisations: readonly Organisation[]): Organisation | undefined {
  const before = calledBefore(organisations)
  if (!before.has(name)) before.set(name, called(name, organisations))
  return before.get(name)
}

function called(name: string, organisations: readonly Organisation[]): Organisation | undefined {
  const sought = plainName(name)
  const found = organisations.filter((one) => one.id === name || (sought !== '' && plainNamesOf(one).has(sought)))
  return found.find(({ id }) => id === name) ?? (found.length === 1 ? found[0] : undefined)
}

export interface Suggestion {
  organisationId: string
  name: string
  /** From 0 to 1. */
  alike: number
}

/** How alike a name must be to be suggested. */
const WORTH_A_LOOK = 0.9
/** How many letters a name must have to be suggested because it stands in another: two or three letters abbreviate many names. */
const FEWEST_LETTERS = 4

/** “Brook & Sons” in “Brook & Sons, trading as HomeCare”: its telling words stand in the other's, one after the other. */
function standsIn(name: string, other: string): boolean {
  const [inner, outer] = [name, other].map((one) =>
    plainName(one)
      .split(' ')
      .filter((word) => !forms.has(word))
      .join(' '),
  ) as [string, string]
  return inner.length >= FEWEST_LETTERS && ` ${outer} `.includes(` ${inner} `)
}

/**
 * Organisations whose name, alias or former name is like this one, the most alike first: Jaro–Winkler over the words that
 * tell organisations apart, and where one name stands whole in the other. A suggestion decides nothing (requirements §4): a
 * person does.
 */
export function suggestions(name: string, organisations: readonly Organisation[]): Suggestion[] {
  const sought = core(name)
  if (sought === '') return []
  const alikeness = (theirs: string) =>
    Math.max(jaroWinkler(sought, core(theirs)), standsIn(theirs, name) || standsIn(name, theirs) ? WORTH_A_LOOK : 0)
  return organisations
    .map((one) => ({
      organisationId: one.id,
      name: one.name,
      alike: Math.max(...namesOf(one).map(alikeness)),
    }))
    .filter(({ alike }) => alike >= WORTH_A_LOOK)
    .sort((one, other) => other.alike - one.alike || (one.organisationId < other.organisationId ? -1 : 1))
}
