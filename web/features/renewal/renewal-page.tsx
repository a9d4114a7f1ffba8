import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { viewRenewal } from '../../../domain/renewal/view.ts'
import { when } from '../../time.ts'
import { CasePart } from '../case/case-part.tsx'
import { interestInWords, relationInWords } from '../interests/interest-in-words.ts'
import type { Names } from '../people/names.ts'
import { useNames } from '../people/use-names.ts'
import { DeclareForm } from './declare-form.tsx'
import { words } from './words.ts'

type Renewal = ReturnType<typeof viewRenewal>

/** Before the first tender is read, or decided on: whom the tenders name, and what ties the person to them. */
export function RenewalPage() {
  const { caseId } = useParams({ from: '/cases/$caseId/declaration' })
  const names = useNames()
  const [done, setDone] = useState<string>()
  return (
    <CasePart<Renewal> caseId={caseId} title={words.title} path="/declaration" done={done}>
      {(renewal) => (
        <div className="nhsuk-u-reading-width">
          {renewal.declaredAt !== undefined ? (
            <Declared caseId={caseId} declaredAt={renewal.declaredAt} goOn={goOnTo(renewal)} />
          ) : (
            <>
              <p>{renewal.sits ? words.intro : words.introToDecide}</p>
              {renewal.sits && <p>{words.first}</p>}
              <Named named={renewal.named} names={names} />
              <Before renewal={renewal} names={names} />
              <DeclareForm caseId={caseId} sits={renewal.sits} onDone={() => setDone(words.done)} />
            </>
          )}
        </div>
      )}
    </CasePart>
  )
}

/** What they declare for: to read and score, or to decide on what members judged. */
const goOnTo = ({ sits, stage }: Renewal) => (sits ? 'scoring' : stage === 'decision' ? 'decision' : 'compliance')

interface DeclaredProps {
  caseId: string
  declaredAt: string
  goOn: ReturnType<typeof goOnTo>
}

function Declared({ caseId, declaredAt, goOn }: DeclaredProps) {
  return (
    <>
      <p>
        {words.declared(when(declaredAt))} <Link to="/interests">{words.interests}</Link>.
      </p>
      <p>
        <Link to={`/cases/$caseId/${goOn}`} params={{ caseId }}>
          {words.goOn[goOn]}
        </Link>
      </p>
    </>
  )
}

function Named({ named, names }: Pick<Renewal, 'named'> & { names: Names }) {
  return (
    <>
      <h2>{words.named}</h2>
      <ul>
        {named.map(({ organisationId, partners }) => (
          <li key={organisationId}>
            <strong>{names.place(organisationId)}</strong>
            {partners.length > 0 && ' '}
            {partners.length > 0 && words.partners(partners.map(({ name, as }) => `${name} (${words.as[as]})`))}
          </li>
        ))}
      </ul>
    </>
  )
}

function Before({ renewal: { interests, relations }, names }: { renewal: Renewal; names: Names }) {
  const said = [
    ...interests.map((one) => interestInWords(one, names)),
    ...relations.map((one) => relationInWords(one, names)),
  ]
  return (
    <>
      <h2>{words.before}</h2>
      {said.length === 0 ? (
        <p>{words.beforeNothing}</p>
      ) : (
        <ul>
          {said.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <p>
        {words.beforeWhat} <Link to="/interests">{words.interests}</Link>.
      </p>
    </>
  )
}
