import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChecklistItem } from '../../../domain/appraisal/checklist.ts'
import { Problem } from '../../api.ts'
import { capital } from '../../capital.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { RadiosField, WordsField } from '../../nhs/fields.tsx'
import { More } from '../../nhs/more.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { findings } from './findings.ts'
import { words } from './words.ts'

interface FindingFormProps {
  caseId: string
  item: ChecklistItem
  /** What stands there now, by whom, since when. */
  before?: { finding: string; comment: string; by: string; at: string } | undefined
}

/**
 * The panel's finding on one item, with the remark that it rests on. It is over what was read when the first word was typed: what
 * another member saves meanwhile is shown beside it, and neither folds the form away nor is replaced unread.
 */
export function FindingForm({ caseId, item, before }: FindingFormProps) {
  const queries = useQueryClient()
  const stands = before?.at ?? ''
  const [answer, setAnswer, forget] = useKept(`${caseId}:checklist:${item}`, {
    finding: before?.finding ?? '',
    comment: before?.comment ?? '',
    over: stands,
  })
  const meanwhile = before !== undefined && answer.over !== stands ? before : undefined
  const [folded, setFolded] = useState(before !== undefined && !meanwhile)
  const save = useCommand(caseId, 'answer-checklist', () => {
    forget()
    setFolded(true)
    document.getElementById(`item-${item}`)?.focus()
  })
  const id = { finding: `${item}-finding`, comment: `${item}-comment`, meanwhile: `${item}-meanwhile` }
  const { missing } = words.form
  const faults = [
    ...(meanwhile ? [{ fieldId: id.meanwhile, detail: words.form.meanwhile.fault }] : []),
    ...(answer.finding === '' ? [{ fieldId: id.finding, detail: missing.finding }] : []),
    ...(answer.comment.trim() === '' ? [{ fieldId: id.comment, detail: missing.comment }] : []),
  ]
  const send = () => {
    const { finding, comment, over } = answer
    save.mutate(
      { item, finding, comment: comment.trim(), over: over || null },
      {
        onError: (error) => {
          if (error instanceof Problem && error.code === 'Stale') void queries.invalidateQueries()
        },
      },
    )
  }
  const form = (
    <CheckedForm
      command={save}
      faults={faults}
      field={(pointer) => `${item}-${pointer.slice(1)}`}
      send={send}
      confirm={words.form.save}
      label={words.items[item]}
      typed={answer.comment === before?.comment ? '' : answer.comment}
      kind="minor"
    >
      {meanwhile && (
        <Notice title={words.form.meanwhile.title}>
          <p>{words.form.meanwhile.detail(meanwhile.by, capital(meanwhile.finding), meanwhile.comment)}</p>
          <ActionButton
            id={id.meanwhile}
            kind="secondary"
            small
            onClick={() => {
              setAnswer({ ...answer, over: stands })
              save.reset()
              document.getElementById(id.comment)?.focus()
            }}
          >
            {words.form.meanwhile.read}
          </ActionButton>
        </Notice>
      )}
      <RadiosField
        id={id.finding}
        label={words.form.finding}
        inline
        value={answer.finding}
        choices={findings.map((value) => ({ value, name: capital(value) }))}
        onChange={(finding) => setAnswer({ ...answer, finding: finding ?? '' })}
      />
      <WordsField
        id={id.comment}
        label={words.form.remark}
        rows={3}
        value={answer.comment}
        onChange={(comment) => setAnswer({ ...answer, comment })}
      />
    </CheckedForm>
  )
  return folded ? <More title={words.change}>{form}</More> : form
}
