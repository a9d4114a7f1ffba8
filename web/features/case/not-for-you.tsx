import { Link } from '@tanstack/react-router'
import { useTitle } from '../../title.ts'
import { useMe } from '../people/use-names.ts'
import { words } from './frame-words.ts'

const said = words.notForYou

/** In the place of a part of a case that is for others: the way to what is for them. */
export function PartNotForYou({ caseId, page, ofTender }: { caseId: string; page: string; ofTender: boolean }) {
  return (
    <>
      <p>{said.part(page)}</p>
      <p>
        <Link to={ofTender ? '/tenders/$caseId' : '/cases/$caseId'} params={{ caseId }}>
          {ofTender ? said.tender : said.case}
        </Link>
      </p>
    </>
  )
}

/** In the place of a case's own page. A provider's page of a case is its tender's. */
export function CaseNotForYou({ caseId }: { caseId: string }) {
  const { data: me } = useMe()
  useTitle(said.title)
  return (
    <>
      <h1>{said.title}</h1>
      <p className="nhsuk-u-reading-width">{said.whole}</p>
      {me?.person.roles.includes('provider') && (
        <p>
          <Link to="/tenders/$caseId" params={{ caseId }}>
            {said.tender}
          </Link>
        </p>
      )}
      <p>
        <Link to="/">{said.home}</Link>
      </p>
    </>
  )
}
