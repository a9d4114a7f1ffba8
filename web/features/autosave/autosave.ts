import { Problem } from '../../api.ts'
import { forgetHere, keepHere, takeOver } from './kept-here.ts'
import { type Clashes, differ, type Entries, merge, type Saved, sendable } from './paper.ts'

export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  /** Saved but for what was also changed elsewhere, which waits for a choice. */
  | { kind: 'clash' }
  /** Sent again by itself, except where it was refused for good. */
  | { kind: 'unsaved'; because: 'no connection' | 'signed out' | 'trouble'; here: boolean }
  | { kind: 'refused'; detail: string; here: boolean }

export interface PaperView<Entry> {
  entries: Entries<Entry>
  clashes: Clashes<Entry>
  state: SaveState
}

interface Options<Entry> {
  /** What it is called on this device: who, which case, which tender, what. */
  name: string
  saved: Saved<Entry> | undefined
  send(entries: Entries<Entry>, over: number): Promise<{ version: number; savedAt: string }>
  /** What is saved now. */
  read(): Promise<Saved<Entry> | undefined>
}

/** After the last key, before it is sent; and after a failure, or where it is too early, before it is sent again. */
const [PAUSE, AGAIN, MUCH_LATER] = [600, 4_000, 60_000]

/**
 * One paper, saved as it is written. Everything typed is first kept on this device, if it keeps anything; it is forgotten there
 * when the service has it. What was saved elsewhere meanwhile is brought together with it, and nothing of either is lost.
 */
export class Autosave<Entry> {
  readonly #options: Options<Entry>
  readonly #listeners = new Set<() => void>()
  #version: number
  #base: Entries<Entry>
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending: Promise<void> | undefined
  #view: PaperView<Entry>
  /** How the last saving ended. */
  #reached: SaveState
  /** Whether this device keeps what has not been saved. */
  #here = true

  constructor(options: Options<Entry>) {
    this.#options = options
    const { saved, name } = options
    this.#version = saved?.version ?? 0
    this.#base = saved?.entries ?? {}
    this.#view = {
      entries: this.#base,
      clashes: {},
      state: saved?.version ? { kind: 'saved', at: saved.savedAt } : { kind: 'untouched' },
    }
    this.#reached = this.#view.state
    for (const { base, entries } of takeOver<Entry>(name)) {
      const merged = merge(base, entries, this.#view.entries)
      this.#view = {
        ...this.#view,
        entries: merged.entries,
        clashes: { ...this.#view.clashes, ...merged.clashes },
      }
    }
    if (this.#unsaved()) this.#later(0)
    this.#keep()
    this.#show({})
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Of what is saved; 0 where nothing is. */
  get version(): number {
    return this.#version
  }

  /** Whether something would be lost with the page: it is neither saved nor kept on this device. */
  get atRisk(): boolean {
    return !this.#here && differ(this.#view.entries, this.#base)
  }

  readonly view = (): PaperView<Entry> => this.#view

  edit(id: string, entry: Entry): void {
    this.#show({ entries: { ...this.#view.entries, [id]: entry } })
    this.#keep()
    this.#later(PAUSE)
  }

  /** Which of the two stands, where this was changed here and elsewhere. */
  choose(id: string, which: 'mine' | 'theirs'): void {
    const { [id]: clash, ...clashes } = this.#view.clashes
    if (!clash) return
    const { [id]: _, ...others } = this.#view.entries
    const theirs = clash.theirs === undefined ? others : { ...others, [id]: clash.theirs }
    this.#show({ clashes, entries: which === 'mine' ? this.#view.entries : theirs })
    this.#keep()
    this.#later(0)
  }

  /**
   * Sends now what has not been sent, such as when the connection is back.
   * @returns whether everything on the page is saved now; what waits for a choice is not
   */
  async flush(): Promise<boolean> {
    return this.#sendIf(() => this.#unsaved())
  }

  async #sendIf(needed: () => boolean): Promise<boolean> {
    clearTimeout(this.#timer)
    while (this.#sending) await this.#sending
    if (needed()) {
      this.#sending = this.#save().finally(() => {
        this.#sending = undefined
      })
      await this.#sending
    }
    return !differ(this.#view.entries, this.#base)
  }

  /**
   * Before what is saved is submitted: saves what is not, and brings in what was saved elsewhere since.
   * @returns whether what stands here is what is saved, and was before
   */
  async agrees(): Promise<boolean> {
    // What nobody has saved, such as a draft that the service made, is saved first.
    if (!(await this.#sendIf(() => this.#version === 0 || this.#unsaved()))) return false
    const before = this.#version
    await this.#bringTogether()
    return this.#reached.kind === 'saved' && this.#version === before
  }

  /** Brings in what was saved elsewhere, where nothing that was written here waits; that it cannot be looked at is no trouble. */
  async catchUp(): Promise<void> {
    if (this.#sending || this.#unsaved() || Object.keys(this.#view.clashes).length > 0) return
    await this.#takeIn().catch(() => undefined)
  }

  /** It is on the record now: nothing of it is kept or sent any more. */
  submitted(): void {
    clearTimeout(this.#timer)
    this.#base = this.#view.entries
    forgetHere(this.#options.name)
  }

  #unsaved(): boolean {
    return differ(sendable(this.#view.entries, this.#view.clashes), this.#base)
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.flush(), milliseconds)
  }

  async #save(): Promise<void> {
    const sent = sendable(this.#view.entries, this.#view.clashes)
    this.#show({ state: { kind: 'saving' } })
    try {
      const { version, savedAt } = await this.#options.send(sent, this.#version)
      this.#version = version
      this.#base = sent
      this.#show({ state: { kind: 'saved', at: savedAt } })
      this.#keep()
      if (this.#unsaved()) this.#later(PAUSE)
    } catch (problem) {
      await this.#failed(problem)
    }
  }

  async #failed(problem: unknown): Promise<void> {
    const status = problem instanceof Problem ? problem.status : 500
    if (status === 412) return this.#bringTogether()
    if ([0, 401, 429].includes(status) || status >= 500) {
      const because = status === 0 ? 'no connection' : status === 401 ? 'signed out' : 'trouble'
      this.#show({ state: { kind: 'unsaved', because, here: this.#here } })
      this.#later(AGAIN)
    } else {
      const detail = problem instanceof Problem ? problem.message : ''
      this.#show({ state: { kind: 'refused', detail, here: this.#here } })
      // What cannot be saved yet can be later, such as once a case that was paused goes on.
      if (problem instanceof Problem && ['TooEarly', 'CasePaused'].includes(problem.code)) this.#later(MUCH_LATER)
    }
  }

  async #bringTogether(): Promise<void> {
    try {
      await this.#takeIn()
    } catch (problem) {
      await this.#failed(problem)
    }
  }

  async #takeIn(): Promise<void> {
    const before = this.#version
    const theirs = await this.#options.read()
    // What was saved from here meanwhile is newer than what was read.
    if (this.#version !== before) return
    const merged = merge(this.#base, this.#view.entries, theirs?.entries ?? {})
    this.#version = theirs?.version ?? 0
    this.#base = theirs?.entries ?? {}
    // What still waits for a choice waits on, beside what is saved elsewhere now.
    const waiting = Object.keys(this.#view.clashes).map((id) => [id, { theirs: theirs?.entries[id] }])
    const clashes = { ...Object.fromEntries(waiting), ...merged.clashes }
    const state = theirs ? { kind: 'saved' as const, at: theirs.savedAt } : { kind: 'untouched' as const }
    this.#show({ entries: merged.entries, clashes, state })
    this.#keep()
    if (this.#unsaved()) this.#later(0)
  }

  #keep(): void {
    const { entries, clashes } = this.#view
    // Without a base, a clash is one again when the page is opened anew.
    const base = Object.fromEntries(Object.entries(this.#base).filter(([id]) => !clashes[id]))
    if (differ(entries, this.#base)) this.#here = keepHere(this.#options.name, { base, entries })
    else forgetHere(this.#options.name)
  }

  #show(change: Partial<PaperView<Entry>>): void {
    if (change.state) this.#reached = change.state
    const view = { ...this.#view, ...change }
    const waits = ['saved', 'untouched'].includes(this.#reached.kind) && Object.keys(view.clashes).length > 0
    this.#view = { ...view, state: waits ? { kind: 'clash' } : this.#reached }
    for (const listener of this.#listeners) listener()
  }
}
