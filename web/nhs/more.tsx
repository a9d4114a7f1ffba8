import { Details } from 'nhsuk-react-components'
import type { ReactNode } from 'react'

/** More of it, for those who open it. */
export function More({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Details>
      <Details.Summary>{title}</Details.Summary>
      <Details.Text>{children}</Details.Text>
    </Details>
  )
}
