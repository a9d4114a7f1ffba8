import { Checkboxes } from 'nhsuk-react-components'
import { useFault } from './faults.ts'

interface TicksProps {
  id: string
  label: string
  hint?: string | undefined
  fault?: string | undefined
  choices: { value: string; name: string }[]
  value: readonly string[]
  onChange(value: string[]): void
}

/** Any number of several. */
export function Ticks({ id, label, hint, fault, choices, value, onChange }: TicksProps) {
  const wrong = useFault(id, fault)
  // The design system's checkboxes do not begin without one; what comes later is there for them at once.
  if (choices.length === 0) return null
  return (
    // The first box has the field's own name: a link to what is wrong leads to it, and its words tick it.
    <Checkboxes
      id={`${id}-choices`}
      name={id}
      legend={label}
      legendProps={{ size: 's' }}
      {...(hint !== undefined && { hint })}
      {...(wrong && { error: wrong })}
    >
      {choices.map((choice, index) => (
        <Checkboxes.Item
          key={choice.value}
          id={index === 0 ? id : `${id}-${choice.value}`}
          value={choice.value}
          checked={value.includes(choice.value)}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked ? [...value, choice.value] : value.filter((one) => one !== choice.value),
            )
          }
        >
          {choice.name}
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  )
}
