import type { Entries } from './paper.ts'

/** What has been typed and not been saved yet, on this device, with what it was typed over. */
interface Unsaved<Entry> {
  base: Entries<Entry>
  entries: Entries<Entry>
}

/** A tab's own name, so that two tabs do not overwrite what each has not saved. */
const tab = (): string => {
  const kept = sessionStorage.getItem('redesign-panels:tab') ?? crypto.randomUUID()
  sessionStorage.setItem('redesign-panels:tab', kept)
  return kept
}

const prefix = (name: string) => `redesign-panels:unsaved:${name}:`

/** Kept until it is saved: through a lost connection, a sign-in that ended, and a tab that was closed. */
export const keepHere = <Entry>(name: string, unsaved: Unsaved<Entry>): void =>
  localStorage.setItem(`${prefix(name)}${tab()}`, JSON.stringify(unsaved))

export const forgetHere = (name: string): void => localStorage.removeItem(`${prefix(name)}${tab()}`)

/**
 * Everything unsaved under a name, of this tab and of others; it is this tab's to save now. A tab that is still open has its
 * own before it, saves it too, and keeps it here again when it goes on.
 */
export function takeOver<Entry>(name: string): Unsaved<Entry>[] {
  const names = Object.keys(localStorage).filter((key) => key.startsWith(prefix(name)))
  return names.flatMap((key) => {
    const text = localStorage.getItem(key)
    localStorage.removeItem(key)
    return text === null ? [] : [JSON.parse(text) as Unsaved<Entry>]
  })
}
