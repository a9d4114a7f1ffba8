import { ActionButton } from '../../nhs/action-button.tsx'
import { useUndo } from '../../nhs/undo.tsx'
import { words } from './words.ts'

interface RemovableProps<One> {
  of: One[]
  keyOf(one: One): string
  inWords(one: One): string
  onChange(others: One[]): void
}

/** What is about to be declared, as a list: each can be taken away again, and brought back. */
export function Removable<One>({ of, keyOf, inWords, onChange }: RemovableProps<One>) {
  const [offerUndo, undo] = useUndo()
  const takeAway = (one: One) => {
    onChange(of.filter((other) => other !== one))
    offerUndo({ said: words.removed(inWords(one)), undo: () => onChange(of) })
  }
  return (
    <>
      {of.length > 0 && (
        <ul>
          {of.map((one) => (
            <li key={keyOf(one)}>
              {inWords(one)}{' '}
              <ActionButton kind="secondary" small onClick={() => takeAway(one)}>
                {words.remove}
                <span className="nhsuk-u-visually-hidden">: {inWords(one)}</span>
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
      {undo}
    </>
  )
}
