import { WarningCallout } from 'nhsuk-react-components'
import type { ReactNode } from 'react'

/** Something to know before going on. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <WarningCallout>
      <WarningCallout.Heading headingLevel="h2">{title}</WarningCallout.Heading>
      {children}
    </WarningCallout>
  )
}
