import { lazy } from 'react'
import { BulletList } from '../../nhs/bullet-list.tsx'
import { LoadedLater } from '../../nhs/loading.tsx'
import { at } from '../../time.ts'
import { useClock } from '../locality-bar/use-clock.ts'
import type { OwnLetter } from './decision.ts'
import { words } from './words.ts'

const { outcome, objections } = words

/** With what checks and sends documents: it comes while one can object. */
const ObjectForm = lazy(async () => ({ default: (await import('./object-form.tsx')).ObjectForm }))

/** What a bidder objected and was answered, and the form to object while the standstill is open. */
export function Objecting({ caseId, own }: { caseId: string; own: OwnLetter }) {
  const { now } = useClock()
  const { standstill, notBefore, representations = [] } = own
  const open = standstill && new Date(now).toISOString() < standstill.ends
  return (
    <>
      {representations.length > 0 && (
        <section aria-labelledby="own">
          <h2 id="own">{outcome.own}</h2>
          <OwnRepresentations representations={representations} />
        </section>
      )}
      {standstill && (
        <section aria-labelledby="object">
          <h2 id="object">{open ? outcome.object : outcome.overTitle}</h2>
          {notBefore !== undefined && <p>{outcome.notBefore(at(notBefore))}</p>}
          <p>{open ? outcome.until(at(standstill.ends), standstill.citation) : outcome.over(at(standstill.ends))}</p>
          {open && (
            <LoadedLater>
              <ObjectForm caseId={caseId} />
            </LoadedLater>
          )}
        </section>
      )}
    </>
  )
}

export const OwnRepresentations = ({ representations }: { representations: OwnLetter['representations'] }) =>
  representations?.map(({ id, text, documents = [], at: made, answer }) => (
    <section key={id} className="nhsuk-u-reading-width">
      <h3>{at(made)}</h3>
      <p className="representation__words">{text}</p>
      {documents.length > 0 && (
        <>
          <p>{outcome.attached}</p>
          <BulletList items={documents.map(({ name, sha256 }) => outcome.document(name, sha256))} />
        </>
      )}
      {answer ? (
        <>
          <p>{outcome.answered(objections[answer.decision], at(answer.at))}</p>
          <p className="representation__words">{answer.reasons}</p>
        </>
      ) : (
        <p>{outcome.waiting}</p>
      )}
    </section>
  ))
