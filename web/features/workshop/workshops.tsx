import type { CaseView } from '../../../functions/api/answers/case.ts'
import { when } from '../../time.ts'
import { personName } from '../people/names.ts'
import { useNames } from '../people/use-names.ts'
import type { WorkshopsView } from './entered.ts'
import { Outcome } from './outcome.tsx'
import { words } from './words.ts'
import { WorkshopForm } from './workshop-form.tsx'

/** A weighting workshop, and those that were held. */
export function Workshops({ theCase, view }: { theCase: CaseView; view: WorkshopsView }) {
  const names = useNames(view.people)
  const { criteria, version, held, farthest, publishedAt } = view
  const nameOf = (share: string) =>
    share === 'price' ? words.ofPrice : `“${criteria.find(({ id }) => id === share)?.title ?? share}”`
  const open = theCase.may.includes('try-weights') && theCase.life.stage === 'specification'
  return (
    <>
      <p className="nhsuk-u-reading-width">{words.intro}</p>
      {publishedAt !== undefined && <p>{words.over(when(publishedAt))}</p>}
      {open && (
        <WorkshopForm
          key={version}
          caseId={theCase.caseId}
          view={view}
          members={view.members.map((id) => ({ value: id, name: personName(names, id) }))}
          nameOf={nameOf}
        />
      )}
      <h2>{words.held}</h2>
      {held.length === 0 && <p>{words.none}</p>}
      {held.map((workshop) => (
        <section key={workshop.number} aria-labelledby={`workshop-${workshop.number}`}>
          <h3 id={`workshop-${workshop.number}`}>
            {words.heldAt(workshop.number, when(workshop.at), personName(names, workshop.by))}
          </h3>
          <p className="nhsuk-u-reading-width">{workshop.conclusion}</p>
          {workshop.present && <p>{words.present(workshop.present.map((id) => personName(names, id)).join(', '))}</p>}
          <Outcome tried={workshop} nameOf={nameOf} farthest={farthest} />
        </section>
      ))}
    </>
  )
}
