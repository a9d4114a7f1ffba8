/** A queue whose front is taken without moving the rest. */
export class Line<T> {
  #items: (T | undefined)[] = []
  #front = 0

  get length(): number {
    return this.#items.length - this.#front
  }

  push(item: T): void {
    this.#items.push(item)
  }

  shift(): T | undefined {
    const item = this.#items[this.#front]
    if (item === undefined) return undefined
    this.#items[this.#front++] = undefined
    if (this.#front > 1_024 && this.#front * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#front)
      this.#front = 0
    }
    return item
  }

  clear(): void {
    this.#items = []
    this.#front = 0
  }
}
