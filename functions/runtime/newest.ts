/** The few things of a kind that were asked for last, by name, for as long as the process lives. */
export class Newest<Thing> {
  readonly #most: number
  readonly #things = new Map<string, Thing>()

  constructor(most: number) {
    this.#most = most
  }

  has = (name: string): boolean => this.#things.has(name)

  get(name: string): Thing | undefined {
    const thing = this.#things.get(name)
    if (thing !== undefined) this.set(name, thing)
    return thing
  }

  set(name: string, thing: Thing): void {
    this.#things.delete(name)
    this.#things.set(name, thing)
    for (const oldest of this.#things.keys()) {
      if (this.#things.size <= this.#most) break
      this.#things.delete(oldest)
    }
  }

  delete = (name: string): boolean => this.#things.delete(name)
}
