import { getRouteApi, Link, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { BackLink } from '../../nhs/back-link.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { useTitle } from '../../title.ts'
import { DraftSaved } from './draft-saved.tsx'
import { useDraftPaper } from './paper.tsx'
import { sectionFields } from './section-fields.tsx'
import { fieldOf, inOrder, type Section, sectionOf } from './sections.ts'
import { words } from './words.ts'

const route = getRouteApi('/proposals/$draftId/$section')
const said = words.section

/** One part of a proposal: saved as it is written; what is missing is shown to people who come back to it. */
export function SectionPage({ section }: { section: Section }) {
  const { draftId } = route.useParams()
  const { check } = route.useSearch()
  const { view, faults } = useDraftPaper()
  const Fields = sectionFields[section]
  const { title, intro } = words.sections[section]
  const { hash } = useLocation()
  // Who comes from the list of everything that is missing goes on to the field, not to another list.
  const theirs = check && !hash ? faults.filter((fault) => sectionOf(fault) === section) : []
  useTitle(title)
  useFocusOn(hash)
  return (
    <div className="nhsuk-u-reading-width">
      <BackLink to="/proposals/$draftId" params={{ draftId }}>
        {said.back}
      </BackLink>
      {theirs.length > 0 && (
        <ProblemSummary
          {...said.faults}
          faults={inOrder(theirs, view.entries, words.entry).map((fault) => ({
            detail: fault.detail,
            fieldId: fieldOf(fault),
          }))}
        />
      )}
      <h1>
        <span className="nhsuk-caption-l">{said.caption}</span>
        {title}
      </h1>
      {intro && <p>{intro}</p>}
      <DraftSaved />
      <Fields />
      <Link to="/proposals/$draftId" params={{ draftId }} className="nhsuk-button">
        {said.done}
      </Link>
    </div>
  )
}

/** After the page has taken the focus, as every page does. */
function useFocusOn(fieldId: string): void {
  useEffect(() => {
    if (!fieldId) return
    const frame = requestAnimationFrame(() => document.getElementById(fieldId)?.focus())
    return () => cancelAnimationFrame(frame)
  }, [fieldId])
}
