import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** A link to one of the main pages, marked while it is the present one. */
export function NavigationItem({ to, children }: { to: NonNullable<LinkProps['to']>; children: ReactNode }) {
  return (
    <li className="nhsuk-header__navigation-item">
      <Link
        to={to}
        className="nhsuk-header__navigation-link"
        activeOptions={{ exact: true, includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
      >
        {children}
      </Link>
    </li>
  )
}
