import { Link, type LinkProps } from '@tanstack/react-router'

/** Above a page's heading: where it was reached from. */
export function BackLink({ children, ...link }: Pick<LinkProps, 'to' | 'params'> & { children: string }) {
  return (
    <Link className="nhsuk-back-link nhsuk-u-margin-bottom-4" {...link}>
      {children}
    </Link>
  )
}
