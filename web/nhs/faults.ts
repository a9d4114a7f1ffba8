import { createContext, useContext } from 'react'

/** What a form says of its fields, by their identifiers: none has to be handed its own fault. */
export const Faults = createContext<(fieldId: string) => string | undefined>(() => undefined)

/** What is wrong at a field: what it is handed, or what its form says of it. */
export function useFault(id: string, fault: string | undefined): string | undefined {
  const said = useContext(Faults)(id)
  return fault ?? said
}
