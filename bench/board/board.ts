import { Play } from '../../local/demo/play.ts'
import type { Benchmark, Figure, Size } from '../bench.ts'
import { type ObservedLocality, withLocality } from '../observed-locality.ts'
import { counted } from '../statistics.ts'
import { listCases } from './many-cases.ts'

/** How many cases there are. The lists show the first of them whole, and pages of the others. */
const sizes: Record<Size, number[]> = { full: [10, 1_000, 10_000], tiny: [10, 330, 660] }

/** Every list, and who looks at it. Pages of as many rows as there are cases of a kind at first. */
const lists = [
  { path: '/api/board?limit=3', role: 'programme-manager' },
  { path: '/api/board?limit=3&stage=tender', role: 'programme-manager' },
  { path: '/api/board?limit=3&standing=late', role: 'programme-manager' },
  { path: '/api/board/columns', role: 'programme-manager' },
  { path: '/api/board/search?limit=3&search=counselling', role: 'programme-manager' },
  { path: '/api/board/unsent', role: 'programme-manager' },
  { path: '/api/me', role: 'programme-manager' },
  { path: '/api/me', role: 'practice' },
  { path: '/api/me', role: 'provider' },
  { path: '/api/me', role: 'approver' },
  { path: '/api/registers', role: 'programme-manager' },
  { path: '/api/drafts', role: 'practice' },
  { path: '/api/public/cases?limit=3', role: 'auditor' },
  { path: '/api/public/tenders?limit=3', role: 'auditor' },
] as const

interface Looked {
  requests: number
  bytes: number
}

export const board: Benchmark = {
  name: 'board',
  says: 'what every list asks of the table, however many cases there are',
  run: (size) =>
    withLocality(async (locality) => {
      const play = await Play.at(locality.url, () => {})
      const seen: Looked[][] = lists.map(() => [])
      let cases = 0
      // The cases below are on lists only: what reads every open case, as the first entries of the register do, is over then.
      await locality.settled()
      for (const many of sizes[size]) {
        await listCases(cases, many)
        cases = many
        await locality.settled()
        for (const [index, list] of lists.entries()) seen[index]?.push(await look(locality, play, list))
      }
      return lists.flatMap((list, index) => figuresOf(list, seen[index] ?? [], sizes[size]))
    }),
}

async function look(locality: ObservedLocality, play: Play, { path, role }: (typeof lists)[number]): Promise<Looked> {
  const [person] = play.having(role)
  const from = locality.requests.length
  await play.as(person?.id ?? '').get(path)
  const asked = locality.requests.slice(from).filter(({ origin }) => origin.startsWith('api '))
  return { requests: asked.length, bytes: asked.reduce((sum, { bytes }) => sum + bytes, 0) }
}

/** A page that is full costs what it costs; before it is, it is shorter. So bytes are held against the size before. */
function figuresOf({ path, role }: (typeof lists)[number], seen: Looked[], cases: number[]): Figure[] {
  const [first, before, last] = seen
  if (!first || !before || !last) throw new Error('A list is looked at with three numbers of cases.')
  const [few, many] = [cases[0], cases.at(-1)].map((number) => number?.toLocaleString('en-GB'))
  const what = `${path} (${role})`
  const all = seen.map(({ requests }) => requests)
  return [
    {
      what: `${what}: requests with ${many} cases`,
      unit: '',
      ...{ value: last.requests, low: Math.min(...all), high: Math.max(...all), samples: all.length },
      reach: { most: first.requests },
    },
    { what: `${what}: bytes with ${few} cases`, unit: 'bytes', ...counted(first.bytes) },
    { what: `${what}: bytes with ${many} cases`, unit: 'bytes', ...counted(last.bytes) },
    {
      what: `${what}: bytes, of those with ${cases[1]?.toLocaleString('en-GB')}`,
      unit: '×',
      ...counted(last.bytes / before.bytes),
      reach: { most: 1.01 },
    },
  ]
}
