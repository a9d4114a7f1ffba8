import { Link } from '@tanstack/react-router'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { BulletList } from '../../nhs/bullet-list.tsx'
import { More } from '../../nhs/more.tsx'
import { useNames } from '../people/use-names.ts'
import { VotePanel } from '../vote/vote-panel.tsx'
import { PutToVote } from './put-to-vote.tsx'
import type { SpecificationView } from './specification-view.ts'
import { VersionContent } from './version-content.tsx'
import { VersionsTable } from './versions-table.tsx'
import { words } from './words.ts'

const choices = (['for', 'against', 'abstain'] as const).map((value) => ({ value, name: words.choices[value] }))

export function Specification({ theCase, specification }: { theCase: CaseView; specification: SpecificationView }) {
  const names = useNames(specification.people)
  const { caseId, may, life } = theCase
  const { latest, vote, missing = [], version, approved, published, canWrite } = specification
  const here = ['specification', 'tender'].includes(life.stage)
  const writes = may.includes('save-version') && canWrite && here
  const puts = may.includes('put-to-vote') && canWrite && here && latest > 0 && latest !== approved
  return (
    <>
      <p className="nhsuk-u-reading-width">{standing(specification)}</p>
      {published !== undefined && life.stage === 'tender' && (
        <p className="nhsuk-u-reading-width">{words.published(published)}</p>
      )}
      <div className="nhsuk-button-group">
        {writes && (
          <Link to="/cases/$caseId/specification/edit" params={{ caseId }} className="nhsuk-button">
            {latest === 0 ? words.write.first : words.write.next(latest + 1)}
          </Link>
        )}
        {latest > 0 && (
          <Link
            to="/cases/$caseId/specification/workshop"
            params={{ caseId }}
            className="nhsuk-button nhsuk-button--secondary"
          >
            {words.workshop}
          </Link>
        )}
      </div>
      {vote && (
        <section aria-labelledby="vote">
          <h2 id="vote">{words.vote(vote.on ?? '')}</h2>
          <VotePanel theCase={theCase} vote={vote} names={names} command="vote-on-specification" choices={choices} />
        </section>
      )}
      {puts && <PutToVote theCase={theCase} specification={specification} />}
      {version?.number === latest && missing.length > 0 && (
        <More title={`${words.missing} (${missing.length})`}>
          <p>{words.missingIntro}</p>
          <BulletList items={[...new Set(missing.map(({ message }) => message))]} />
        </More>
      )}
      {latest > 0 && (
        <section aria-labelledby="versions">
          <h2 id="versions">{words.versions.title}</h2>
          <VersionsTable caseId={caseId} versions={specification.versions} names={names} />
        </section>
      )}
      <VersionContent theCase={theCase} specification={specification} names={names} />
    </>
  )
}

function standing({ status, latest, approved, putToVote }: SpecificationView): string {
  if (status === 'voting' && putToVote !== undefined) return words.status.voting(putToVote)
  if (status !== 'approved') return latest === 0 ? words.none : words.status.drafting
  const said = words.status.approved(approved ?? latest)
  return putToVote === undefined ? said : `${said} ${words.changing(putToVote)}`
}
