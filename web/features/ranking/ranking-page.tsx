import { useParams } from '@tanstack/react-router'
import { decimal } from '../../decimal.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { More } from '../../nhs/more.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { when } from '../../time.ts'
import { CasePart } from '../case/case-part.tsx'
import { useNames } from '../people/use-names.ts'
import { RankedTerms } from './ranked-tender.tsx'
import type { Ranking } from './ranking.ts'
import { Robustness } from './robustness.tsx'
import { words } from './words.ts'

export function RankingPage() {
  const { caseId } = useParams({ from: '/cases/$caseId/ranking' })
  return (
    <CasePart<Ranking> caseId={caseId} title={words.title} path="/ranking" live={false}>
      {(ranking) => <Ranked ranking={ranking} />}
    </CasePart>
  )
}

function Ranked({ ranking }: { ranking: Ranking }) {
  const names = useNames(ranking.names)
  const { criteria, excludedBefore, excludedSince, ruledByExcluded = [], notRanked, leftOut, ties } = ranking
  const who = (ids: string[]) => names.parties(ids.map((id) => ({ kind: 'person', id })))
  const exact = (value: string) => words.exact(decimal(value), value)
  return (
    <>
      <p>{words.intro(when(ranking.rankedAt))}</p>
      <ListTable
        caption={words.title}
        rows={ranking.ranking}
        keyOf={({ organisationId }) => organisationId}
        columns={[
          { head: words.columns.place, cell: ({ place }) => place ?? words.notRanked },
          { head: words.columns.tender, cell: ({ organisationId }) => names.place(organisationId) },
          { head: words.columns.total, cell: ({ total }) => decimal(total) },
          { head: words.columns.quality, cell: ({ quality }) => decimal(quality) },
          { head: words.columns.price, cell: ({ price }) => (price ? decimal(price.points) : words.noPrice) },
        ]}
      />
      {ranking.ranking.map((tender) => (
        <RankedTerms
          key={tender.organisationId}
          tender={tender}
          ranking={ranking}
          name={names.place(tender.organisationId)}
        />
      ))}
      {excludedSince && (
        <Notice title={words.since.title}>
          <p>{words.since.body(who(excludedSince.members))}</p>
          <p>{excludedSince.changesTheWinner ? words.since.changes : words.since.same}</p>
          {excludedSince.scoring < excludedSince.quorum && (
            <p>{words.since.tooFew(excludedSince.scoring, excludedSince.quorum)}</p>
          )}
          <p>{words.since.asMade}</p>
          <ol>
            {excludedSince.asMade.map(({ organisationId, place, total }) => (
              <li key={organisationId}>
                {names.place(organisationId)}: {exact(total)}
                {place === undefined && ` (${words.notRanked})`}
              </li>
            ))}
          </ol>
        </Notice>
      )}
      {ruledByExcluded.length > 0 && (
        <Notice title={words.rulings.title}>
          <ul>
            {ruledByExcluded.map(({ organisationId, ruled, people }) => (
              <li key={`${organisationId} ${ruled}`}>
                {words.rulings.one(names.place(organisationId), words.rulings.ruled[ruled], who(people))}
              </li>
            ))}
          </ul>
          <p>{words.rulings.consider}</p>
        </Notice>
      )}
      {notRanked.length > 0 && (
        <>
          <h2>{words.notRanked}</h2>
          <ul>
            {notRanked.map(({ organisationId, reasons }) => (
              <li key={organisationId}>
                {names.place(organisationId)}: {reasons.join(' ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {leftOut.length > 0 && (
        <p>
          {words.leftOut}: {who(leftOut)}.
        </p>
      )}
      {excludedBefore.members > 0 && <p>{words.excludedBefore(excludedBefore.members)}</p>}
      {excludedBefore.setAside.length > 0 && (
        <>
          <p>{words.setAside}</p>
          <ul>
            {excludedBefore.setAside.map(({ organisationId, criterionId }) => (
              <li key={`${organisationId} ${criterionId}`}>
                {names.place(organisationId)}: {criteria.find(({ id }) => id === criterionId)?.title ?? criterionId}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{words.ties}</h2>
      <p>{ties.rules}</p>
      <p>{words.lot}</p>
      <More title={words.numbers}>
        <ul className="hash">
          {ties.numbers.map(({ organisationId, number }) => (
            <li key={organisationId}>{words.numberOf(names.place(organisationId), number)}</li>
          ))}
          <li>{words.seed(ties.seed)}</li>
        </ul>
      </More>
      <Robustness ranking={ranking} names={names} />
    </>
  )
}
