import highsLoader from 'highs'
import type { Instance } from '../../../../domain/panel-draw/instance/instance.ts'

/** LEXIMIN from its definition, by trying every subset: slow, plain, and written without the code it is held against. */
const highs = await (highsLoader as unknown as typeof highsLoader.default)()

/** Every feasible panel, as sets of people; people are the pool's rows, each of one person. */
export function everyPanel({ panelSize, pool, sitting = [], quotas, atMostOnePer, apart }: Instance): number[][] {
  const panels: number[][] = []
  for (let mask = 0; mask < 2 ** pool.length; mask += 1) {
    const people = pool.flatMap((_, person) => ((mask >> person) % 2 === 1 ? [person] : []))
    const rows = [...people.map((person) => pool[person] ?? {}), ...sitting]
    if (rows.length !== panelSize) continue
    const within = quotas.every(({ category, feature, min, max }) => {
      const count = rows.filter((row) => row[category] === feature).length
      return count >= min && count <= max
    })
    const seats = atMostOnePer === undefined ? [] : rows.map((row) => row[atMostOnePer])
    const together = apart.some(([one, other]) => people.includes(one) && people.includes(other))
    if (within && !together && new Set(seats).size === seats.length) panels.push(people)
  }
  return panels
}

/** Each person's chance, between the values of `fairBetween` first; undefined where no panel is feasible. */
export function leximinByOracle(instance: Instance): number[] | undefined {
  const panels = everyPanel(instance)
  if (panels.length === 0) return undefined
  const { pool, fairBetween } = instance
  const groups =
    fairBetween === undefined
      ? []
      : [...new Set(pool.map((row) => row[fairBetween]))].map((value) =>
          pool.flatMap((row, person) => (row[fairBetween] === value ? [person] : [])),
        )
  const levels: { people: number[]; chance: number }[] = []
  for (const round of [groups, pool.map((_, person) => [person])]) {
    let open = round
    while (open.length > 0) {
      const { value, prices } = maximin(panels, levels, open)
      const tight = open.filter((_, index) => (prices[index] ?? 0) > 1e-7)
      for (const people of tight) levels.push({ people, chance: value })
      open = open.filter((people) => !tight.includes(people))
      if (tight.length === 0) throw new Error('The oracle found a level that binds nobody.')
    }
  }
  return levels
    .slice(groups.length)
    .sort((one, other) => (one.people[0] ?? 0) - (other.people[0] ?? 0))
    .map(({ chance }) => chance)
}

function maximin(panels: number[][], levels: { people: number[]; chance: number }[], open: number[][]) {
  const sum = (people: number[]) =>
    panels.flatMap((panel, index) => (panel.some((person) => people.includes(person)) ? [`x${index}`] : [])).join(' + ')
  const rows = [
    ...open.map((people, index) => `open${index}: ${sum(people) || '0 x0'} - z >= 0`),
    ...levels.map(({ people, chance }, index) => `level${index}: ${sum(people) || '0 x0'} >= ${chance - 1e-9}`),
    `one: ${panels.map((_, index) => `x${index}`).join(' + ')} = 1`,
  ]
  const text = `Maximize\n obj: z\nSubject To\n${rows.join('\n')}\nEnd`
  const solution = highs.solve(text, { primal_feasibility_tolerance: 1e-10, dual_feasibility_tolerance: 1e-10 })
  if (solution.Status !== 'Optimal' || !('Rows' in solution)) throw new Error(`The oracle got ${solution.Status}.`)
  const prices = open.map((_, index) => {
    const row = solution.Rows[index]
    return Math.abs(row && 'Dual' in row ? row.Dual : 0)
  })
  return { value: solution.ObjectiveValue, prices }
}
