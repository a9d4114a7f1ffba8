import { ActionButton } from '../../nhs/action-button.tsx'
import { timeTold } from '../../time.ts'
import { useSession } from '../session/session.tsx'
import type { SaveState } from './autosave.ts'
import { words } from './words.ts'

/** Which of two states somebody has to know of first. */
const urgency = ({ kind }: SaveState): number =>
  ['untouched', 'saved', 'saving', 'clash', 'unsaved', 'refused'].indexOf(kind)

/** Says aloud whether what was written is saved, and what to do where it is not. */
export function SaveLine({ states }: { states: SaveState[] }) {
  const { signIn } = useSession()
  const [state = { kind: 'untouched' as const }] = states.toSorted((one, other) => urgency(other) - urgency(one))
  const signedOut = state.kind === 'unsaved' && state.because === 'signed out'
  return (
    <div className="save-line">
      <p role="status" aria-live="polite" className="nhsuk-u-margin-bottom-0">
        {words.state(state, timeTold)}
      </p>
      {signedOut && (
        <ActionButton small kind="secondary" onClick={() => signIn()}>
          {words.signIn}
        </ActionButton>
      )}
    </div>
  )
}
