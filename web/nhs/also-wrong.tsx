import { type ReactNode, useContext } from 'react'
import { Faults } from './faults.ts'

interface AlsoWrongProps {
  /** What was found otherwise than by the form around it. */
  faults: readonly { fieldId: string; detail: string }[]
  children: ReactNode
}

/** Says more at the fields than their form does. */
export function AlsoWrong({ faults, children }: AlsoWrongProps) {
  const said = useContext(Faults)
  return <Faults value={(id) => said(id) ?? faults.find(({ fieldId }) => fieldId === id)?.detail}>{children}</Faults>
}
