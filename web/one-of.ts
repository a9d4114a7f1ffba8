import { notFound } from '@tanstack/react-router'

/** A part of an address that is one of a few names; another leads to no page. @throws NotFoundError */
export function oneOf<Name extends string>(names: readonly Name[], name: string): Name {
  const found = names.find((one) => one === name)
  if (!found) throw notFound()
  return found
}
