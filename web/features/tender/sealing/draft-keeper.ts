import { type Draft, emptyDraft } from './draft.ts'

type Change = (before: Draft) => Draft

/** Where drafts are kept. */
export interface DraftStore {
  read(): Promise<Draft | undefined>
  /** Changes what is kept there as it stands then, in one step. @returns what it is now */
  alter(to: Change): Promise<Draft>
  forget(): Promise<void>
}

export interface DraftView {
  /** Undefined until it has been looked for. */
  draft: Draft | undefined
  /** Whether everything typed is kept, or will be in a moment. */
  kept: boolean
}

/** After the last change, before it is kept. */
const PAUSE = 300

/**
 * One draft, as this tab shows it. What is kept is not the draft but what was changed in it, done again to whatever other tabs have
 * made of it: no tab writes over what was written in another.
 */
export class DraftKeeper {
  readonly #store: DraftStore
  readonly #tellTabs: () => void
  readonly #listeners = new Set<() => void>()
  /** What has not been kept yet, in its order. */
  #changes: Change[] = []
  #turn: Promise<void> = Promise.resolve()
  #timer: ReturnType<typeof setTimeout> | undefined
  #view: DraftView = { draft: undefined, kept: true }

  /** @param tellTabs that what is kept has changed */
  constructor(store: DraftStore, tellTabs: () => void) {
    this.#store = store
    this.#tellTabs = tellTabs
  }

  readonly view = (): DraftView => this.#view

  /** Whether something would be lost if the page went now. */
  get atRisk(): boolean {
    return this.#changes.length > 0
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Looks at what is kept: at first, and whenever another tab has changed it. */
  read(): Promise<void> {
    return this.#inTurn(() => this.#read())
  }

  async #read(): Promise<void> {
    try {
      const found = await this.#store.read()
      this.#show({ draft: this.#with(found ?? emptyDraft), kept: this.#view.kept })
    } catch {
      // A browser that keeps nothing still lets people write, and seal.
      this.#show({ draft: this.#view.draft ?? emptyDraft, kept: false })
    }
  }

  /** @param to done more than once: it must give the same each time */
  change(to: Change): void {
    const { draft, kept } = this.#view
    if (!draft) return
    this.#changes.push(to)
    this.#show({ draft: to(draft), kept })
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.keep(), PAUSE)
  }

  /** Keeps now what has not been kept. @returns the draft with everything typed */
  async keep(): Promise<Draft> {
    clearTimeout(this.#timer)
    await this.#inTurn(() => this.#keep())
    return this.#view.draft ?? emptyDraft
  }

  async forget(): Promise<void> {
    clearTimeout(this.#timer)
    this.#changes = []
    await this.#inTurn(async () => {
      await this.#store.forget().catch(() => {})
      this.#show({ draft: emptyDraft, kept: true })
      this.#tellTabs()
    })
  }

  /** One at a time at the store: what is read is never older than what was kept. */
  #inTurn(run: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(run)
    return this.#turn
  }

  async #keep(): Promise<void> {
    // What is typed meanwhile comes after it.
    const doing = [...this.#changes]
    if (doing.length === 0) return
    try {
      const draft = await this.#store.alter((before) => doing.reduce((so, to) => to(so), before))
      // Forgotten meanwhile, nothing of it is left.
      this.#changes = this.#changes.filter((one) => !doing.includes(one))
      this.#show({ draft: this.#with(draft), kept: true })
      this.#tellTabs()
    } catch {
      this.#show({ ...this.#view, kept: false })
    }
  }

  #with(draft: Draft): Draft {
    return this.#changes.reduce((so, to) => to(so), draft)
  }

  #show(view: DraftView): void {
    this.#view = view
    for (const listener of this.#listeners) listener()
  }
}
