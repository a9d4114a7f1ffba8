import { keys } from '../../functions/store/keys.ts'
import { parts } from '../../local/demo/parts.ts'
import { Play } from '../../local/demo/play.ts'
import type { Benchmark, Figure } from '../bench.ts'
import { type ObservedLocality, type TableRequest, withLocality } from '../observed-locality.ts'
import { counted } from '../statistics.ts'
import { histories } from './histories.ts'
import { leastOf } from './least.ts'

/** The most that a case may take of what it needs, and the most events of one execution. */
const [reach, events] = [{ most: 1.5 }, { most: 999 }]

export const wholeCase: Benchmark = {
  name: 'case',
  says: 'what one whole case takes, from the proposal to the award, against the least that it needs',
  run: (size) =>
    withLocality(async (locality) => {
      const before = await locality.counts()
      await play(locality, size === 'full' ? toTheAward : beginning)
      await locality.settled()
      const after = await locality.counts()
      const ran = await histories()
      const least = leastOf(ran, locality.requests)
      const transitions = after.transitions - before.transitions
      const invocations = after.lambdaInvocations - before.lambdaInvocations
      return [
        { what: 'transitions', unit: '', ...counted(transitions) },
        { what: 'transitions, of the least', unit: '×', ...counted(transitions / least.transitions), reach },
        { what: 'invocations of steps', unit: '', ...counted(invocations) },
        { what: 'invocations, of the least', unit: '×', ...counted(invocations / least.invocations), reach },
        ...ofTheTable(
          locality.requests.filter((request) => !isOfTheProgramme(request)),
          least,
        ),
        ...(['read', 'write'] as const).map((kind) => ({
          what: `table ${kind}s of the programme, whatever the number of its cases`,
          unit: '',
          ...counted(locality.requests.filter((request) => request.kind === kind && isOfTheProgramme(request)).length),
        })),
        {
          what: 'events in the history of an execution, the most',
          unit: '',
          ...counted(Math.max(...ran.map(({ events }) => events))),
          reach: events,
        },
      ]
    }),
}

/** Not the months after it: closed executions are not kept for so long. */
const toTheAward = parts.filter(({ stage }) => stage !== 'after-award')
const beginning = parts.slice(0, 2)

async function play(locality: ObservedLocality, played: typeof parts): Promise<void> {
  const playing = await Play.at(locality.url, () => {})
  for (const { part } of played) await part(playing)
}

/**
 * The list of open cases and the register, which the daily sweep reads once for all cases; and that a person was sent the digest
 * of a morning, which is one for all cases, too.
 */
const isOfTheProgramme = ({ origin, input }: TableRequest): boolean =>
  origin === 'sweep' && !JSON.stringify(input).includes(keys.head('').pk)

/** Who asks the table, and how the origin of their requests begins. */
const askers = [
  ['commands', 'api P'],
  ['views', 'api GET'],
  ['steps', 'steps'],
  ['the stream consumer', 'events'],
  ['the daily sweep', 'sweep'],
] as const

function ofTheTable(requests: TableRequest[], least: { reads: number; writes: number }): Figure[] {
  const of = (kind: TableRequest['kind'], origin = '') =>
    requests.filter((request) => request.kind === kind && request.origin.startsWith(origin))
  const units = (kind: TableRequest['kind']) => of(kind).reduce((sum, request) => sum + request.units, 0)
  return [
    ...(['read', 'write'] as const).flatMap((kind): Figure[] => {
      const all = of(kind).length
      return [
        { what: `table ${kind}s`, unit: '', ...counted(all) },
        ...askers.map(([who, origin]) => ({
          what: `table ${kind}s by ${who}`,
          unit: '',
          ...counted(of(kind, origin).length),
        })),
        { what: `table ${kind}s, of the least`, unit: '×', ...counted(all / least[`${kind}s`]), reach },
      ]
    }),
    { what: 'read units', unit: '', ...counted(units('read')) },
    { what: 'write units', unit: '', ...counted(units('write')) },
  ]
}
