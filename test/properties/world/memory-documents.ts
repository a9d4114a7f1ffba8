import type { Documents, SealedTenders } from '../../../functions/runtime/deps.ts'
import { asS3Takes } from '../../../local/documents/parts.ts'

export type Bytes = ReadonlyMap<string, Uint8Array>

/** Documents in this process, which can be brought back as they were. */
export class MemoryDocuments {
  #kept = new Map<string, Uint8Array>()

  keep(): Bytes {
    return new Map(this.#kept)
  }

  restore(kept: Bytes): void {
    this.#kept = new Map(kept)
  }

  readonly put = async (key: string, bytes: Uint8Array): Promise<void> => {
    this.#kept.set(key, bytes)
  }

  readonly get = async (key: string): Promise<Uint8Array> => {
    const bytes = this.#kept.get(key)
    if (!bytes) throw Object.assign(new Error(`There is no document ${key}.`), { name: 'DocumentNotFound' })
    return bytes
  }

  /** As what can be read. */
  readable(): Documents {
    return {
      put: this.put,
      putSupplied: this.put,
      removeSupplied: async (key) => {
        this.#kept.delete(key)
      },
      get: this.get,
      putParts: async (key, parts) => {
        const all: Uint8Array[] = []
        for await (const part of asS3Takes(parts)) all.push(part)
        await this.put(key, Buffer.concat(all))
      },
      getRange: async (key, { from, bytes }) => (await this.get(key)).subarray(from, from + bytes),
    }
  }

  /** As what bidders sealed. */
  sealed(uploadTo: SealedTenders['uploadTo']): SealedTenders {
    const sizes = async (prefix: string) =>
      new Map(
        [...this.#kept].filter(([key]) => key.startsWith(prefix)).map(([key, { length }]) => [key, length] as const),
      )
    return { put: this.put, get: this.get, sizes, uploadTo }
  }
}
