import { Checkboxes } from 'nhsuk-react-components'

interface TickProps {
  id: string
  children: string
  checked: boolean
  onChange(checked: boolean): void
}

/** One box to tick. */
export function Tick({ id, children, checked, onChange }: TickProps) {
  return (
    <Checkboxes id={`${id}-group`} name={id} small>
      <Checkboxes.Item id={id} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)}>
        {children}
      </Checkboxes.Item>
    </Checkboxes>
  )
}
