import { ActionButton } from '../../nhs/action-button.tsx'
import { words } from './words.ts'

interface RemovableProps<One> {
  of: One[]
  keyOf(one: One): string
  inWords(one: One): string
  onChange(others: One[]): void
}

/** What is about to be declared, as items of a list: each can be taken away again. */
export function Removable<One>({ of, keyOf, inWords, onChange }: RemovableProps<One>) {
  return of.map((one, index) => (
    <li key={keyOf(one)}>
      {inWords(one)}{' '}
      <ActionButton kind="secondary" small onClick={() => onChange(of.filter((_, place) => place !== index))}>
        {words.remove}
        <span className="nhsuk-u-visually-hidden">: {inWords(one)}</span>
      </ActionButton>
    </li>
  ))
}
