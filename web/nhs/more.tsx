import { Details } from 'nhsuk-react-components'
import type { ReactNode } from 'react'

/** More of it, for those who open it. */
export function More({ title, open = false, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <Details {...(open && { open })}>
      <Details.Summary>{title}</Details.Summary>
      <Details.Text>{children}</Details.Text>
    </Details>
  )
}
