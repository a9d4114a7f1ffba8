import { TextField, type TextFieldProps } from './text-field.tsx'

/** An amount in pounds, as it is typed. */
export function PriceField(props: Omit<TextFieldProps, 'width' | 'pounds'>) {
  return <TextField {...props} width={10} pounds />
}
