import type { Draft } from './draft.ts'

/**
 * Drafts of tenders, in this browser's own database and nowhere else: the service never gets a word of a tender that it
 * could read. Keys of documents are kept so that no script can read them out.
 */
const store = 'drafts'

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('redesign-panels', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(store)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
}

async function within<T>(mode: IDBTransactionMode, run: (drafts: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await database()
  try {
    return await new Promise((resolve, reject) => {
      const request = run(db.transaction(store, mode).objectStore(store))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  } finally {
    db.close()
  }
}

export const readDraft = (name: string): Promise<Draft | undefined> => within('readonly', (drafts) => drafts.get(name))

export const keepDraft = (name: string, draft: Draft): Promise<unknown> =>
  within('readwrite', (drafts) => drafts.put(draft, name))

export const forgetDraft = (name: string): Promise<unknown> => within('readwrite', (drafts) => drafts.delete(name))
