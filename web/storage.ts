type Storing = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What this browser keeps; asked for anew each time, because a browser that is told to keep nothing refuses even that. */
export type Place = () => Storing

/** As long as the tab is open. */
export const tab = () => sessionStorage
/** After the tab, for every tab. */
export const device = () => localStorage

const portal = 'redesign-panels:'

/** What is kept under a name; undefined where there is nothing, or nothing that can be read. */
export function keptIn(place: Place, name: string): unknown {
  try {
    const text = place().getItem(portal + name)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether it is kept now: a store may be full, or closed by whoever runs the computer. */
export function keepIn(place: Place, name: string, value: unknown): boolean {
  try {
    place().setItem(portal + name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export function forgetIn(place: Place, name: string): void {
  try {
    place().removeItem(portal + name)
  } catch {
    // A store that is closed keeps nothing that could be forgotten.
  }
}

/** The names under which something is kept that begin so. */
export function namesIn(place: () => Storage, beginning: string): string[] {
  try {
    return Object.keys(place())
      .filter((key) => key.startsWith(portal + beginning))
      .map((key) => key.slice(portal.length))
  } catch {
    return []
  }
}
