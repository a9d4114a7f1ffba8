import { SummaryList } from 'nhsuk-react-components'
import type { ReactNode } from 'react'

export type Fact = [name: string, value: ReactNode]

/** What is known of one thing, a line each; what is undefined is left out. */
export function Facts({ facts }: { facts: (Fact | undefined)[] }) {
  return (
    <SummaryList>
      {facts
        .filter((fact) => fact !== undefined)
        .map(([name, value]) => (
          <SummaryList.Row key={name}>
            <SummaryList.Key>{name}</SummaryList.Key>
            <SummaryList.Value>{value}</SummaryList.Value>
          </SummaryList.Row>
        ))}
    </SummaryList>
  )
}
