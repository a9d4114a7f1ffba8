import { useMemo, useSyncExternalStore } from 'react'
import { Keeper } from './keeper.ts'
import { type Place, tab } from './storage.ts'

/**
 * State that outlives this page and a sign-in: what somebody typed is never lost. Nothing is kept until something is typed; until
 * then the value is what stands now. It is kept in this tab alone, except where a place is named: on the device it outlives the
 * tab, every tab of the browser shows it, and its name says whose it is.
 * @returns the value, how to change it, how to forget what was typed, and whether all that was typed is kept
 */
export function useKept<Value>(
  name: string,
  initial: Value,
  place: Place = tab,
): [Value, (value: Value) => void, () => void, boolean] {
  // biome-ignore lint/correctness/useExhaustiveDependencies: of what stands now only the shape matters, which stays
  const [keeper, subscribe] = useMemo(() => keeperFor(new Keeper(name, initial, place)), [name, place])
  const typed = useSyncExternalStore(subscribe, keeper.typed)
  return [
    typed ? typed.value : initial,
    (value) => keeper.keep(value),
    () => keeper.forget(),
    typed === undefined || typed.kept,
  ]
}

/** With how it is listened to: other tabs, too. */
function keeperFor<Value>(keeper: Keeper<Value>) {
  const subscribe = (listener: () => void) => {
    const onStorage = ({ key }: StorageEvent) => keeper.hear(key)
    const leave = keeper.subscribe(listener)
    window.addEventListener('storage', onStorage)
    return () => {
      window.removeEventListener('storage', onStorage)
      leave()
    }
  }
  return [keeper, subscribe] as const
}
