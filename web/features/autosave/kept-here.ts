import { device, forgetIn, keepIn, keptIn, namesIn, tab } from '../../storage.ts'
import type { Entries } from './paper.ts'

/** What has been typed and not been saved yet, on this device, with what it was typed over. */
interface Unsaved<Entry> {
  base: Entries<Entry>
  entries: Entries<Entry>
}

let ownName: string | undefined

/** A tab's own name, so that two tabs do not overwrite what each has not saved. */
function tabName(): string {
  const kept = keptIn(tab, 'tab')
  ownName = typeof kept === 'string' ? kept : (ownName ?? crypto.randomUUID())
  if (kept === undefined) keepIn(tab, 'tab', ownName)
  return ownName
}

const beginning = (name: string) => `unsaved:${name}:`
const nameHere = (name: string) => `${beginning(name)}${tabName()}`

/**
 * Kept until it is saved: through a lost connection, a sign-in that ended, and a tab that was closed.
 * @returns whether this device keeps it
 */
export const keepHere = <Entry>(name: string, unsaved: Unsaved<Entry>): boolean =>
  keepIn(device, nameHere(name), unsaved)

export const forgetHere = (name: string): void => forgetIn(device, nameHere(name))

/**
 * Everything unsaved under a name, of this tab and of others; it is this tab's to save now. A tab that is still open has its
 * own before it, saves it too, and keeps it here again when it goes on.
 */
export function takeOver<Entry>(name: string): Unsaved<Entry>[] {
  return namesIn(device, beginning(name)).flatMap((key) => {
    const unsaved = keptIn(device, key)
    forgetIn(device, key)
    return isUnsaved<Entry>(unsaved) ? [unsaved] : []
  })
}

const isEntries = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isUnsaved = <Entry>(value: unknown): value is Unsaved<Entry> =>
  isEntries(value) && 'base' in value && 'entries' in value && isEntries(value.base) && isEntries(value.entries)
