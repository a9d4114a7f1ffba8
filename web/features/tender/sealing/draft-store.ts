import { type Draft, emptyDraft } from './draft.ts'

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

/** One transaction. What it did is there for good once this returns: a full disk is heard of only at the end. */
async function within<T>(mode: IDBTransactionMode, run: (drafts: IDBObjectStore) => () => T): Promise<T> {
  const db = await database()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction(store, mode)
      const result = run(transaction.objectStore(store))
      transaction.oncomplete = () => resolve(result())
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    db.close()
  }
}

export const readDraft = (name: string): Promise<Draft | undefined> =>
  within('readonly', (drafts) => {
    const found: IDBRequest<Draft | undefined> = drafts.get(name)
    return () => found.result
  })

/** Changes a draft as it stands in the browser, whichever tab changed it last. @returns what it is now */
export const alterDraft = (name: string, to: (before: Draft) => Draft): Promise<Draft> =>
  within('readwrite', (drafts) => {
    let now = emptyDraft
    const found: IDBRequest<Draft | undefined> = drafts.get(name)
    found.onsuccess = () => {
      now = to(found.result ?? emptyDraft)
      drafts.put(now, name)
    }
    return () => now
  })

export const forgetDraft = (name: string): Promise<void> =>
  within('readwrite', (drafts) => {
    drafts.delete(name)
    return () => undefined
  })
