import { getRouteApi } from '@tanstack/react-router'
import type { Challenge } from '../../../domain/challenge/challenge.ts'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { at } from '../../time.ts'
import { CasePart } from '../case/case-part.tsx'
import { CommandForm } from '../command-form/command-form.tsx'
import { useNames } from '../people/use-names.ts'
import { words } from './words.ts'

const route = getRouteApi('/cases/$caseId/challenges')

export function ChallengesPage() {
  const { caseId } = route.useParams()
  return (
    <CasePart<{ challenges: Challenge[] }> caseId={caseId} title={words.title} path="/challenges">
      {({ challenges }, theCase) => <Challenges theCase={theCase} challenges={challenges} />}
    </CasePart>
  )
}

/** Every challenge with its answer; a practice makes one, the secretariat answers. */
function Challenges({ theCase, challenges }: { theCase: CaseView; challenges: Challenge[] }) {
  const { caseId, life } = theCase
  const may = (name: string) => theCase.may.includes(name)
  return (
    <>
      <p className="nhsuk-u-reading-width">{words.intro}</p>
      {challenges.length === 0 && <p>{words.none}</p>}
      {challenges.map((challenge) => (
        <OneChallenge
          key={challenge.id}
          caseId={caseId}
          challenge={challenge}
          mayAnswer={may('answer-challenge') && (theCase.as !== 'approver' || challenge.escalatedAt !== undefined)}
        />
      ))}
      {may('make-challenge') && life.status !== 'ended' && (
        <section aria-labelledby="make">
          <h2 id="make">{words.make.title}</h2>
          <CommandForm
            caseId={caseId}
            name="make-challenge"
            fields={[{ name: 'text', label: words.make.text, hint: words.make.hint, missing: words.make.missing }]}
            confirm={words.make.confirm}
            done={words.make.done}
          />
        </section>
      )}
    </>
  )
}

function OneChallenge({ caseId, challenge, mayAnswer }: { caseId: string; challenge: Challenge; mayAnswer: boolean }) {
  const names = useNames()
  const { id, practiceId, text, at: made, dueAt, escalatedAt, answer } = challenge
  return (
    <section className="nhsuk-u-reading-width">
      <h2>{words.by(names.place(practiceId), at(made))}</h2>
      <p>{text}</p>
      <p>
        {answer
          ? `${words.answered(words.findings[answer.finding], at(answer.at))} ${answer.reasons}`
          : escalatedAt
            ? words.escalated(at(escalatedAt))
            : words.due(at(dueAt))}
      </p>
      {!answer && mayAnswer && (
        <CommandForm
          caseId={caseId}
          name="answer-challenge"
          about={String(id)}
          also={{ id }}
          fields={[
            {
              name: 'finding',
              label: words.answer.finding,
              missing: words.answer.noFinding,
              choices: Object.entries(words.answer.choices).map(([value, name]) => ({ value, name })),
            },
            { name: 'reasons', label: words.answer.reasons, missing: words.answer.noReasons },
          ]}
          confirm={words.answer.confirm}
          done={words.answer.done}
        />
      )}
    </section>
  )
}
