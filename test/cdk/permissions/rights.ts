import type { Calls } from '../../../cdk/permissions/calls.ts'
import { permissionsFor } from '../../../cdk/permissions/permissions.ts'

/** What every deployed function may do, as a page: a change of code that widens or narrows it is seen in the change of the page. */
export function rightsPage(callsByFunction: ReadonlyMap<string, Calls>): string {
  const rights = [...callsByFunction].map(([name, calls]) => ({ name, may: allowed(permissionsFor(calls)) }))
  const alike = [...Map.groupBy(rights, ({ may }) => JSON.stringify([...may]))].map(([, group]) => group)
  return [
    '# What each function may do',
    '',
    'Read from the code of each function (`cdk/permissions/`), and generated: `npx vitest run test/cdk/permissions -u` writes it',
    'again. Functions with the same rights stand together. What the words on the left mean in AWS, with the conditions, is said in',
    '[`cdk/permissions/statements.ts`](../cdk/permissions/statements.ts). There is no right to scan the table, and no action by a wildcard.',
    ...alike.sort((a, b) => b.length - a.length).flatMap((group) => section(group)),
    '',
  ].join('\n')
}

interface Rights {
  name: string
  /** Actions by what they are on. */
  may: Map<string, string[]>
}

function allowed(permissions: ReturnType<typeof permissionsFor>): Map<string, string[]> {
  const byThing = [...Map.groupBy(permissions, ({ on }) => on)].map(([on, group]): [string, string[]] => [
    on,
    [...new Set(group.flatMap(({ actions }) => actions))].sort(),
  ])
  return new Map(byThing.sort(([a], [b]) => a.localeCompare(b)))
}

function section(group: Rights[]): string[] {
  const names = group.map(({ name }) => name).sort()
  const [first] = group
  return [
    '',
    `## ${names.length === 1 ? `\`${names[0]}\`` : `${names.length} functions`}`,
    '',
    ...(names.length > 1 ? [names.map((name) => `\`${name}\``).join(', '), ''] : []),
    '| on | may |',
    '| --- | --- |',
    ...[...(first?.may ?? [])].map(([on, actions]) => `| ${on} | ${actions.map((one) => `\`${one}\``).join(', ')} |`),
  ]
}
