import type { CaseView } from '../../../functions/api/answers/case.ts'
import { when } from '../../time.ts'
import { type Names, personName } from '../people/names.ts'
import { Comments } from './comments.tsx'
import { Criterion } from './criterion.tsx'
import { exactly } from './exactly.ts'
import { Price } from './price.tsx'
import type { SpecificationView } from './specification-view.ts'
import { words } from './words.ts'

interface VersionContentProps {
  theCase: CaseView
  specification: SpecificationView
  names: Names
}

/** One version whole: its sections, its criteria and its price, each with the comments on it. */
export function VersionContent({ theCase, specification, names }: VersionContentProps) {
  const { version, template, comments, total, priceExample } = specification
  if (!version) return null
  const { content, number, by, at, reason } = version
  const commentsOn = (about: { section?: string; criterion?: string }) => (
    <Comments
      theCase={theCase}
      version={number}
      about={about}
      names={names}
      comments={comments.filter(({ section, criterion }) => section === about.section && criterion === about.criterion)}
    />
  )
  return (
    <>
      <h2>{words.shown(number)}</h2>
      <p className="nhsuk-u-reading-width">{words.savedBy(personName(names, by), when(at), reason)}</p>
      {(Object.keys(template.sections) as (keyof typeof template.sections)[]).map((section) => (
        <section key={section} aria-labelledby={`section-${section}`} className="nhsuk-u-reading-width">
          <h3 id={`section-${section}`}>{template.sections[section].title}</h3>
          <p className="specification__text">{content.sections[section] || words.empty}</p>
          {commentsOn({ section })}
        </section>
      ))}
      <h2>{words.criteria}</h2>
      {total !== undefined && <p>{words.total(exactly(total))}</p>}
      {content.criteria.map((criterion) => (
        <section key={criterion.id} aria-label={criterion.title || criterion.id} className="nhsuk-u-reading-width">
          <Criterion criterion={criterion} keyCriteria={template.keyCriteria} />
          {commentsOn({ criterion: criterion.id })}
        </section>
      ))}
      <h2>{words.price}</h2>
      <Price
        share={content.priceShare}
        formula={template.priceFormulas[content.priceFormula.kind]}
        example={priceExample ?? []}
      />
      <h2>{words.comments.whole}</h2>
      {commentsOn({})}
    </>
  )
}
