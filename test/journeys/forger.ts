import type { CaseEvent } from '../../domain/case/event.ts'
import type { Actor } from '../../domain/case/party.ts'
import type { Export } from '../../domain/record/export.ts'

export type Event = Export['events'][number] & { payload: { data: Data } | null }
export type Type = CaseEvent['type']
// biome-ignore lint/suspicious/noExplicitAny: a forger writes what they like.
export type Data = any

const manager = { person: 'person-48', as: 'programme-manager' } as const

/** A record of a played case, and what can be done to it. */
export class Forger {
  events: Event[]
  constructor({ events }: Export) {
    this.events = structuredClone(events)
  }

  /** A member who is not its chair, and the chair. */
  get member(): string {
    return this.one('ScoringOpened').payload?.data.members.findLast((one: string) => one !== this.chair)
  }
  get chair(): string {
    return this.one('ChairChosen').payload?.data.person
  }

  /** Of a checklist after the award. */
  get item(): string {
    return this.one('MilestoneItemAnswered').payload?.data.item
  }
  by = (person: string): Actor => ({ person, as: 'panel-member' })

  all = (type: Type, of: (data: Data) => boolean = () => true): Event[] =>
    this.events.filter(({ entry, payload }) => entry.type === type && of(payload?.data))

  one(type: Type, of?: (data: Data) => boolean): Event {
    const [found] = this.all(type, of)
    if (!found) throw new Error(`The case that was played has no ${type}.`)
    return found
  }

  edit(type: Type, change: (data: Data, entry: Event['entry']) => void, of?: (data: Data) => boolean): void {
    const { entry, payload } = this.one(type, of)
    change(payload?.data, entry)
  }

  remove(type: Type, of: (data: Data) => boolean = () => true): void {
    this.one(type, of)
    this.events = this.events.filter(({ entry, payload }) => entry.type !== type || !of(payload?.data))
  }

  insert(after: Type, type: Type, data: Data, by: Actor = manager): void {
    const at = this.events.findLastIndex(({ entry }) => entry.type === after)
    const before = this.events[at]
    if (!before) throw new Error(`The case that was played has no ${after}.`)
    this.events.splice(at + 1, 0, { entry: { ...before.entry, type, by }, payload: { salt: '0', data } })
  }

  move(type: Type, before: Type): void {
    const moved = this.one(type)
    this.events.splice(this.events.indexOf(moved), 1)
    this.events.splice(this.events.indexOf(this.one(before)), 0, moved)
  }
}
