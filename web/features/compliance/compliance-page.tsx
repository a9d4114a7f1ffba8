import { Link, useParams } from '@tanstack/react-router'
import { Facts } from '../../nhs/facts.tsx'
import { Mark } from '../../nhs/mark.tsx'
import { at } from '../../time.ts'
import { CasePart } from '../case/case-part.tsx'
import { FetchedDocument } from '../documents/fetched-document.tsx'
import type { Names } from '../people/names.ts'
import { useMe, useNames } from '../people/use-names.ts'
import { AskForm } from './ask-form.tsx'
import type { Compliance, Question } from './compliance.ts'
import { RaiseForm } from './raise-form.tsx'
import { RulingForm } from './ruling-form.tsx'
import { words } from './words.ts'

/** What the opening found wrong with which tender, and what people have ruled on it. */
export function CompliancePage() {
  const { caseId } = useParams({ from: '/cases/$caseId/compliance' })
  const { data: me } = useMe()
  const mayRule = me !== undefined && !me.person.roles.includes('auditor')
  return (
    <CasePart<Compliance> caseId={caseId} title={words.title} path="/compliance">
      {(compliance) => <Questions caseId={caseId} compliance={compliance} mayRule={mayRule} />}
    </CasePart>
  )
}

interface QuestionsProps {
  caseId: string
  compliance: Compliance
  mayRule: boolean
}

function Questions({ caseId, compliance, mayRule }: QuestionsProps) {
  const { questions, raiseAbout, supplyBy } = compliance
  const names = useNames(compliance.names)
  return (
    <>
      <p className="nhsuk-u-reading-width">{words.intro}</p>
      {questions.length === 0 && <p>{words.none}</p>}
      {questions.map((question) => (
        <QuestionCard key={question.id} caseId={caseId} question={question} names={names} supplyBy={supplyBy} />
      ))}
      {raiseAbout.length > 0 && mayRule && <RaiseForm caseId={caseId} about={raiseAbout} names={names} />}
    </>
  )
}

interface QuestionCardProps {
  caseId: string
  question: Question
  names: Names
  /** Until when a document that was asked for can be supplied. */
  supplyBy: string | undefined
}

function QuestionCard({ caseId, question, names, supplyBy }: QuestionCardProps) {
  const { data: me } = useMe()
  const { id, organisationId, must, says, raised, asked, supplied, mayStillCome, first, second } = question
  const { outcome, setAside = [], askedBefore = [], stands } = question
  const mayRule = me !== undefined && !me.person.roles.includes('auditor')
  // Members come from practices; the secretariat reads no tender before the end.
  const isOnPanel = me?.person.roles.includes('practice')
  const named = (person: string) => names.party({ kind: 'person', id: person })
  const state = outcome ?? (first ? 'half' : 'open')
  const tone = { pass: 'good', fail: 'late', open: 'soon', half: 'soon' } as const
  const ruled = (ruling: NonNullable<Question['first']>) =>
    words.ruling(ruling.verdict, named(ruling.person), ruling.reasons)
  return (
    <section aria-labelledby={`question-${id}`}>
      <h2 id={`question-${id}`}>
        {names.place(organisationId)} <Mark tone={tone[state]}>{words.outcomes[state]}</Mark>
      </h2>
      <Facts
        facts={[
          [words.must, must],
          [words.found, says],
          raised ? [words.raisedTitle, words.raised(named(raised.person), at(raised.at))] : undefined,
          asked ? [words.asked, words.askedFor(asked.document, named(asked.person), at(asked.at))] : undefined,
          supplied ? [words.supplied.title, words.supplied.facts(supplied.name, at(supplied.at))] : undefined,
          ...askedBefore.map((one): [string, string] => [
            words.askedBefore(named(one.person)),
            words.askedFor(one.document, named(one.person), at(one.at)),
          ]),
          first ? [words.first, ruled(first)] : undefined,
          second ? [words.second, ruled(second)] : undefined,
          ...setAside.map((one): [string, string] => [words.setAside(named(one.person)), ruled(one)]),
        ]}
      />
      {isOnPanel && question.requirement !== 'opened' && (
        <p>
          <Link to="/cases/$caseId/tenders/$organisationId" params={{ caseId, organisationId }}>
            {words.read}
          </Link>
        </p>
      )}
      {stands && <p>{words.stands}</p>}
      {supplied && (
        <FetchedDocument path={`/api/cases/${caseId}/compliance/document?question=${id}`} document={supplied} />
      )}
      {mayStillCome && supplyBy !== undefined && <p>{words.mayStillCome(at(supplyBy))}</p>}
      {asked && !supplied && !mayStillCome && <p>{words.notSupplied}</p>}
      {question.mayAsk && mayRule && <AskForm caseId={caseId} id={id} />}
      {outcome === undefined && me && first?.person === me.person.id && <p>{words.yours}</p>}
      {outcome === undefined && !mayStillCome && mayRule && first?.person !== me.person.id && (
        <RulingForm caseId={caseId} question={question} />
      )}
    </section>
  )
}
