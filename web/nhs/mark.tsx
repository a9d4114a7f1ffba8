import { Tag } from 'nhsuk-react-components'
import type { Tone } from './tone.ts'

const colours = { late: 'red', soon: 'orange', quiet: 'grey', good: 'green', going: 'blue' } as const

/** A short word that stands out. The word says it; the colour only helps. */
export function Mark({ tone, children }: { tone: Tone; children: string }) {
  return <Tag modifier={colours[tone]}>{children}</Tag>
}
