/**
 * What is found of something that never changes, found once for as long as that is there.
 *
 * @param find takes what it needs from the thing alone
 */
export function once<Thing extends object, Found>(find: (thing: Thing) => Found): (thing: Thing) => Found {
  const known = new WeakMap<Thing, { found: Found }>()
  return (thing) => {
    const { found } = known.get(thing) ?? { found: find(thing) }
    known.set(thing, { found })
    return found
  }
}
