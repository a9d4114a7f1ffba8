import type { Person } from '../domain/locality/locality.ts'

/** A short list for the terminal: one or two people of each role, and how many there are. */
export function whoCanSignIn(people: Person[]): string {
  const byRole = Map.groupBy(people, ({ roles }) => roles[0] ?? 'practice')
  const lines = [...byRole].map(([role, members]) => {
    const names = members.slice(0, 2).map(({ name }) => name)
    const more = members.length > names.length ? ` and ${members.length - names.length} more` : ''
    return `  ${role.replaceAll('-', ' ').padEnd(26)}${names.join(', ')}${more}`
  })
  return `Sign in, without a password, as any of ${people.length} invented people:\n${lines.join('\n')}`
}
