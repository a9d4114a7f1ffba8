import { useEffect, useRef, useState } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { words } from './words.ts'

const said = words.write.kept

interface KeptDraftProps {
  kept: boolean
  /** Where the draft is, and who can read it. */
  said?: { title: string; detail: string }
  forget(): Promise<void>
}

/** Where the draft is kept, and the way to delete it: asked twice, since there is no other copy of it anywhere. */
export function KeptDraft({ kept, said: { title, detail } = said, forget }: KeptDraftProps) {
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
      </div>
      <Notice title={asking ? said.sure.title : title}>
        <p ref={question} tabIndex={-1}>
          {asking ? said.sure.detail : detail}
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
