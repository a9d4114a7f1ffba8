import { Select, TextInput } from 'nhsuk-react-components'

interface PartnerFieldProps {
  id: string
  name: { label: string; value: string; fault?: string | undefined; onChange(value: string): void }
  as: { label: string; value: string; choices: { value: string; name: string }[]; onChange(value: string): void }
}

/** Another organisation by its name, and as what it takes part. */
export function PartnerField({ id, name, as }: PartnerFieldProps) {
  return (
    <>
      <TextInput
        id={id}
        name={id}
        label={name.label}
        labelProps={{ size: 's' }}
        {...(name.fault !== undefined && { error: name.fault })}
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
