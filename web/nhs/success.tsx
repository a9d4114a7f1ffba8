import { NotificationBanner } from 'nhsuk-react-components'
import type { ReactNode } from 'react'

/** Says that something was done; it takes the focus, so that everybody hears of it. */
export function Success({ title, heading, children }: { title: string; heading: string; children?: ReactNode }) {
  return (
    <NotificationBanner success title={title}>
      <NotificationBanner.Heading>{heading}</NotificationBanner.Heading>
      {children}
    </NotificationBanner>
  )
}
