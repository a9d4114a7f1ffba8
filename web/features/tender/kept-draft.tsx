import { useEffect, useRef, useState } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Notice } from '../../nhs/notice.tsx'
import type { useDraft } from './sealing/use-draft.ts'
import { words } from './words.ts'

const said = words.write.kept

/** Where the draft is kept, and the way to delete it: asked twice, since there is no other copy of it anywhere. */
export function KeptDraft({
  kept,
  elsewhere,
  read,
  forget,
}: Pick<ReturnType<typeof useDraft>, 'kept' | 'elsewhere' | 'read' | 'forget'>) {
  const [asking, setAsking] = useState(false)
  const question = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (asking) question.current?.focus()
  }, [asking])
  return (
    <>
      <div role="status">
        {!kept && (
          <Notice title={said.not.title}>
            <p>{said.not.detail}</p>
          </Notice>
        )}
        {elsewhere && (
          <Notice title={said.elsewhere.title}>
            <p>{said.elsewhere.detail}</p>
            <ActionButton kind="secondary" small onClick={read}>
              {said.elsewhere.read}
            </ActionButton>
          </Notice>
        )}
      </div>
      <Notice title={asking ? said.sure.title : said.title}>
        <p ref={question} tabIndex={-1}>
          {asking ? said.sure.detail : said.detail}
        </p>
        {asking ? (
          <div className="nhsuk-button-group">
            <ActionButton
              kind="warning"
              small
              onClick={async () => {
                await forget()
                setAsking(false)
              }}
            >
              {said.sure.confirm}
            </ActionButton>
            <ActionButton kind="secondary" small onClick={() => setAsking(false)}>
              {said.sure.keep}
            </ActionButton>
          </div>
        ) : (
          <ActionButton kind="secondary" small onClick={() => setAsking(true)}>
            {said.forget}
          </ActionButton>
        )}
      </Notice>
    </>
  )
}
