import { Button } from 'nhsuk-react-components'
import type { ReactNode } from 'react'

interface ActionButtonProps {
  children: ReactNode
  kind?: 'primary' | 'secondary' | 'warning'
  small?: boolean
  busy?: boolean
  /** For a link to it. */
  id?: string
  submit?: boolean
  onClick?: () => unknown
}

/** A button that does something. A busy one stays where it is, ignores a second press, and what it then says is read out. */
export function ActionButton({ children, kind = 'primary', small, busy, id, submit, onClick }: ActionButtonProps) {
  return (
    <>
      <Button
        {...(id !== undefined && { id })}
        type={submit ? 'submit' : 'button'}
        secondary={kind === 'secondary'}
        warning={kind === 'warning'}
        small={small ?? false}
        aria-disabled={busy ?? false}
        onClick={(event) => {
          if (busy) event.preventDefault()
          else onClick?.()
        }}
      >
        {children}
      </Button>
      <span className="nhsuk-u-visually-hidden" role="status">
        {busy && children}
      </span>
    </>
  )
}
