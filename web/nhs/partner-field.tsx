import { Select, TextInput } from 'nhsuk-react-components'
import { useFault } from './faults.ts'

interface PartnerFieldProps {
  id: string
  name: { label: string; value: string; onChange(value: string): void }
  as: { label: string; value: string; choices: { value: string; name: string }[]; onChange(value: string): void }
}

/** Another organisation by its name, and as what it takes part. */
export function PartnerField({ id, name, as }: PartnerFieldProps) {
  const fault = useFault(id, undefined)
  return (
    <>
      <TextInput
        id={id}
        name={id}
        label={name.label}
        labelProps={{ size: 's' }}
        {...(fault !== undefined && { error: fault })}
        width={20}
        value={name.value}
        onChange={(event) => name.onChange(event.currentTarget.value)}
      />
      <Select
        id={`${id}-as`}
        name={`${id}-as`}
        label={as.label}
        value={as.value}
        onChange={(event) => as.onChange(event.currentTarget.value)}
      >
        {as.choices.map(({ value, name }) => (
          <Select.Option key={value} value={value}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </>
  )
}
