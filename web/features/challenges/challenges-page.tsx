import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Challenge } from '../../../domain/challenge/challenge.ts'
import { BackLink } from '../../nhs/back-link.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { at } from '../../time.ts'
import { useTitle } from '../../title.ts'
import { useCaseQuery } from '../case/use-case.ts'
import { CommandForm } from '../command-form/command-form.tsx'
import { useNames } from '../people/use-names.ts'
import { useSession } from '../session/session.tsx'
import { SignInNeeded } from '../session/sign-in-needed.tsx'
import { words } from './words.ts'

const route = getRouteApi('/cases/$caseId/challenges')

export function ChallengesPage() {
  return (
    <SignInNeeded>
      <Challenges />
    </SignInNeeded>
  )
}

/** Every challenge with its answer; a practice makes one, the secretariat answers. */
function Challenges() {
  const { caseId } = route.useParams()
  const { status, personId, ask } = useSession()
  const { data: theCase } = useQuery(useCaseQuery(caseId))
  const { data, error } = useQuery({
    queryKey: ['challenges', personId, caseId],
    queryFn: () => ask<{ challenges: Challenge[] }>(`/api/cases/${caseId}/challenges`),
    enabled: status === 'signed in',
    refetchInterval: 5_000,
  })
  useTitle(words.title)
  const may = (name: string) => theCase?.may.includes(name) ?? false
  return (
    <>
      <BackLink to="/cases/$caseId" params={{ caseId }}>
        {words.back}
      </BackLink>
      {error && <ProblemSummary {...problemOf(error)} />}
      <h1>
        {theCase && <span className="nhsuk-caption-l">{theCase.proposal.form.title}</span>}
        {words.title}
      </h1>
      <p className="nhsuk-u-reading-width">{words.intro}</p>
      {data?.challenges.length === 0 && <p>{words.none}</p>}
      {data?.challenges.map((challenge) => (
        <OneChallenge
          key={challenge.id}
          caseId={caseId}
          challenge={challenge}
          mayAnswer={may('answer-challenge') && (theCase?.as !== 'approver' || challenge.escalatedAt !== undefined)}
        />
      ))}
      {may('make-challenge') && theCase?.life.status !== 'ended' && (
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
