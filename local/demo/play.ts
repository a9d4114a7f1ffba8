import type { Person } from '../../domain/locality/locality.ts'
import { counselling, type Topic } from '../sample/topics.ts'
import { Client, localJson, Refused } from './client.ts'

/** What of a case the players look at; each stage’s part reads more of it. */
export interface SeenCase {
  caseId: string
  head: { sequence?: number; hash: string }
  life: {
    status: string
    stage: string
    outcome?: string
    path: { stage: string; attempt: number; entered: string; left?: string }[]
  }
  wait?: { name: string; dueAt: string; waitsFor: { kind: string; id?: string }[] }
  [more: string]: unknown
}

/** A case being played by its people: the clock is moved, never waited for. */
export class Play {
  readonly baseUrl: string
  readonly people: Person[]
  readonly say: (line: string) => void
  readonly topic: Topic
  /** Whether the nominees of this case have interests to declare. */
  interests = true
  /** How many cases were played before it: each time others are nominated, since nobody sits on many panels at once. */
  turn = 0
  caseId = ''
  #clients = new Map<string, Client>()

  private constructor(baseUrl: string, people: Person[], say: (line: string) => void, topic: Topic) {
    this.baseUrl = baseUrl
    this.people = people
    this.say = say
    this.topic = topic
  }

  static async at(baseUrl: string, say: (line: string) => void, topic: Topic = counselling): Promise<Play> {
    const { people } = await localJson<{ people: Person[] }>(`${baseUrl}/local/people`)
    return new Play(baseUrl, people, say, topic)
  }

  /** A person, signed in. */
  as(personId: string): Client {
    const client = this.#clients.get(personId) ?? new Client(this.baseUrl, personId)
    this.#clients.set(personId, client)
    return client
  }

  /** By person, the events that their commands were answered with. */
  get done(): Record<string, string[]> {
    return Object.fromEntries([...this.#clients].map(([personId, { done }]) => [personId, done]))
  }

  /** The people with a role. */
  having(role: Person['roles'][number]): Person[] {
    return this.people.filter((person) => person.roles.includes(role))
  }

  get manager(): Client {
    return this.as(first(this.having('programme-manager')).id)
  }

  get approver(): Client {
    return this.as(first(this.having('approver')).id)
  }

  get auditor(): Client {
    return this.as(first(this.having('auditor')).id)
  }

  /** A command on the case, by somebody; whose declaration of interests has run out renews it first. */
  async command<T = Record<string, unknown>>(personId: string, name: string, body: unknown = {}): Promise<T> {
    const client = this.as(personId)
    const send = () => client.post<T>(`/api/cases/${this.caseId}/${name}`, body)
    try {
      return await send()
    } catch (thrown) {
      if (!(thrown instanceof Refused && thrown.code === 'DeclareInterests')) throw thrown
      await client.post('/api/register/declare-interests', { declaration: { kind: 'nothing to declare' } })
      return send()
    }
  }

  /** The case as the programme manager sees it. */
  see(): Promise<SeenCase> {
    return this.manager.get<SeenCase>(`/api/cases/${this.caseId}`)
  }

  /** Waits until the workflow has done all that it can do now. */
  async settled(): Promise<SeenCase> {
    await this.#local('/local/settled')
    return this.see()
  }

  async now(): Promise<string> {
    return (await this.#local<{ now: string }>('/local/clock')).now
  }

  /** Moves the clock to an instant; every timer due before it fires at its own time. */
  async moveTo(to: string): Promise<SeenCase> {
    await this.letPass(to)
    return this.settled()
  }

  /** The same, where there is no case yet. */
  async letPass(to: string): Promise<void> {
    const headers = { 'content-type': 'application/json' }
    try {
      if ((await this.now()) < to)
        await this.#local('/local/clock', { method: 'POST', body: JSON.stringify({ to }), headers })
    } catch (error) {
      // The answer was lost but the clock was moved: it is where it should be.
      if (!(error instanceof Refused) || (await this.now()) < to) throw error
    }
  }

  async moveBy({ days = 0, hours = 0 }: { days?: number; hours?: number }): Promise<SeenCase> {
    return this.moveTo(new Date(Date.parse(await this.now()) + (days * 24 + hours) * 3_600_000).toISOString())
  }

  #local<T = unknown>(path: string, init?: RequestInit): Promise<T> {
    return localJson<T>(`${this.baseUrl}${path}`, init)
  }
}

export const first = <T>(list: readonly T[]): T => ordinal(list, 0)

/** @param place counted from 0 */
export function ordinal<T>(list: readonly T[], place: number): T {
  const one = list[place]
  if (one === undefined) throw new Error('The sample locality has nobody for this part.')
  return one
}
