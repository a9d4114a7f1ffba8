import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { BackLink } from '../../nhs/back-link.tsx'
import { Facts } from '../../nhs/facts.tsx'
import { Mark } from '../../nhs/mark.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { useTitle } from '../../title.ts'
import { words as caseWords } from '../case/words.ts'
import type { Names } from '../people/names.ts'
import { useMe, useNames } from '../people/use-names.ts'
import { SignInNeeded } from '../session/sign-in-needed.tsx'
import { RulingForm } from './ruling-form.tsx'
import { type Question, useComplianceQuery } from './use-compliance.ts'
import { words } from './words.ts'

export function CompliancePage() {
  return (
    <SignInNeeded>
      <Compliance />
    </SignInNeeded>
  )
}

/** What the opening found wrong with which tender, and what people have ruled on it. */
function Compliance() {
  const { caseId } = useParams({ from: '/cases/$caseId/compliance' })
  const { data, error } = useQuery(useComplianceQuery(caseId))
  const names = useNames()
  useTitle(words.title)
  return (
    <>
      <BackLink to="/cases/$caseId" params={{ caseId }}>
        {caseWords.back}
      </BackLink>
      {error && <ProblemSummary {...problemOf(error)} />}
      <h1>{words.title}</h1>
      <p className="nhsuk-u-reading-width">{words.intro}</p>
      {data?.questions.length === 0 && <p>{words.none}</p>}
      {data?.questions.map((question) => (
        <QuestionCard key={question.id} caseId={caseId} question={question} names={names} />
      ))}
    </>
  )
}

function QuestionCard({ caseId, question, names }: { caseId: string; question: Question; names: Names }) {
  const { data: me } = useMe()
  const { id, organisationId, must, says, first, second, outcome } = question
  const state = outcome ?? (first ? 'half' : 'open')
  const tone = { pass: 'good', fail: 'late', open: 'soon', half: 'soon' } as const
  const ruled = (ruling: NonNullable<Question['first']>) =>
    words.ruling(ruling.verdict, names.party({ kind: 'person', id: ruling.person }), ruling.reasons)
  return (
    <section aria-labelledby={`question-${id}`}>
      <h2 id={`question-${id}`}>
        {names.place(organisationId)} <Mark tone={tone[state]}>{words.outcomes[state]}</Mark>
      </h2>
      <Facts
        facts={[
          [words.must, must],
          [words.found, says],
          first ? [words.first, ruled(first)] : undefined,
          second ? [words.second, ruled(second)] : undefined,
        ]}
      />
      {outcome === undefined && me && first?.person === me.person.id && <p>{words.yours}</p>}
      {outcome === undefined && me && first?.person !== me.person.id && (
        <RulingForm caseId={caseId} question={question} />
      )}
    </section>
  )
}
