import { type ReactNode, useState } from 'react'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { Mark } from '../../nhs/mark.tsx'
import { More } from '../../nhs/more.tsx'
import { when } from '../../time.ts'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { type Names, personName } from '../people/names.ts'
import type { CommentView } from './specification-view.ts'
import { words } from './words.ts'

interface CommentsProps {
  theCase: CaseView
  version: number
  /** What is commented on: a section, a criterion, or the whole. */
  about: { section?: string; criterion?: string }
  comments: CommentView[]
  names: Names
}

/** The comments on one part, with their answers; and a form for another. */
export function Comments({ theCase, version, about, comments, names }: CommentsProps) {
  const open = comments.filter(({ resolved }) => !resolved).length
  const may = theCase.may.includes('comment') && ['specification', 'tender'].includes(theCase.life.stage)
  const id = about.section ?? about.criterion ?? 'whole'
  if (comments.length === 0 && !may) return null
  return (
    <More title={`${words.comments.about(comments.length, open)}`}>
      {comments.map((comment) => (
        <Comment key={comment.number} theCase={theCase} comment={comment} names={names} may={may} />
      ))}
      {may && (
        <OneText
          caseId={theCase.caseId}
          command="comment"
          id={`comment-on-${id}`}
          label={words.comments.text}
          confirm={words.comments.make}
          body={(text) => ({ version, ...about, text })}
        />
      )}
    </More>
  )
}

function Comment({
  theCase,
  comment,
  names,
  may,
}: Pick<CommentsProps, 'theCase' | 'names'> & { comment: CommentView; may: boolean }) {
  const { number, version, text, by, at, answers, resolved } = comment
  const said = words.comments
  const { caseId } = theCase
  return (
    <article aria-label={`${said.make} ${number}`} className="comment">
      <Said by={`${personName(names, by)}, ${when(at)}, ${said.onVersion(version)}`}>
        {text} <Mark tone={resolved ? 'good' : 'going'}>{resolved ? said.resolved : said.open}</Mark>
      </Said>
      {answers.map((answer) => (
        <Said key={`${answer.at} ${answer.by}`} by={`${personName(names, answer.by)}, ${when(answer.at)}`}>
          {answer.text}
        </Said>
      ))}
      {resolved && (
        <Said by={`${said.how}: ${personName(names, resolved.by)}, ${when(resolved.at)}`}>{resolved.how}</Said>
      )}
      {may && (
        <Reply>
          <OneText
            caseId={caseId}
            command="answer-comment"
            id={`answer-${number}`}
            label={resolved ? `${said.answer}. ${said.reopens}` : said.answer}
            confirm={said.answerIt}
            body={(answer) => ({ number, text: answer })}
          />
          {!resolved && (
            <OneText
              caseId={caseId}
              command="resolve-comment"
              id={`resolve-${number}`}
              label={said.resolve}
              confirm={said.resolveIt}
              body={(how) => ({ number, how })}
            />
          )}
        </Reply>
      )}
    </article>
  )
}

const Said = ({ by, children }: { by: string; children: ReactNode }) => (
  <p className="comment__said">
    {children}
    <br />
    <span className="nhsuk-u-secondary-text-colour nhsuk-u-font-size-16">{by}</span>
  </p>
)

/** The forms come when they are asked for, so that many comments are not many forms. */
function Reply({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState(false)
  if (asked) return children
  return (
    <ActionButton kind="secondary" small onClick={() => setAsked(true)}>
      {words.comments.reply}
    </ActionButton>
  )
}

interface OneTextProps {
  caseId: string
  command: string
  id: string
  label: string
  confirm: string
  body(text: string): object
}

/** A form of one text. What was typed survives a sign-in. */
function OneText({ caseId, command, id, label, confirm, body }: OneTextProps) {
  const [text, setText, forget] = useKept(`${caseId}:${id}`, '')
  const send = useCommand(caseId, command, forget)
  return (
    <CheckedForm
      command={send}
      faults={text.trim() === '' ? [{ detail: words.comments.missing, fieldId: id }] : []}
      field={() => id}
      send={() => send.mutate(body(text.trim()))}
      confirm={confirm}
      typed={text}
      label={label}
      kind="minor"
    >
      <WordsField id={id} label={label} rows={3} value={text} onChange={setText} />
    </CheckedForm>
  )
}
