import { Link } from '@tanstack/react-router'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { emptyAnswers } from './deed-answers.ts'
import type { DeedName } from './deeds.ts'
import { words } from './words.ts'

const said = words.deed.gone

/** A deed that the case is past, or that another tab has done: what was typed for it here is shown until it is thrown away. */
export function DeedGone({ theCase, name }: { theCase: CaseView; name: DeedName }) {
  const { caseId } = theCase
  const [{ words: typed }, , forget] = useKept(`${caseId}:${name}`, emptyAnswers(theCase))
  return (
    <>
      <h1>
        <span className="nhsuk-caption-l">{theCase.proposal.form.title}</span>
        {said.title}
      </h1>
      <p>{said.which(words.deeds[name].title)}</p>
      <p>
        <Link to="/cases/$caseId" params={{ caseId }}>
          {said.link}
        </Link>
      </p>
      {typed.trim() !== '' && (
        <section aria-labelledby="typed" className="nhsuk-u-reading-width">
          <h2 id="typed">{said.typed}</h2>
          <p className="nhsuk-inset-text specification__text">{typed}</p>
          <p>{said.typedWhy}</p>
          <ActionButton kind="secondary" small onClick={forget}>
            {said.forget}
          </ActionButton>
        </section>
      )}
    </>
  )
}
