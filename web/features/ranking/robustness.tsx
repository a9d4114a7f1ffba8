import { decimal, numberOf } from '../../decimal.ts'
import { Bars } from '../../nhs/bars.tsx'
import { ListTable } from '../../nhs/list-table.tsx'
import { type Names, personAlone } from '../people/names.ts'
import type { Ranking } from './ranking.ts'
import { words } from './words.ts'

type Robust = NonNullable<Ranking['robustness']>

/** How robust the ranking is: in sentences, in charts, and each chart as a table. */
export function Robustness({ ranking, names }: { ranking: Ranking; names: Names }) {
  const { robustness, inWords = [] } = ranking
  if (!robustness) return null
  return (
    <section aria-labelledby="robust">
      <h2 id="robust">{words.robust}</h2>
      <ul>
        {inWords.map((sentence) => (
          <li key={sentence}>{names.in(sentence)}</li>
        ))}
      </ul>
      <WeightChange robustness={robustness} ranking={ranking} />
      <WithoutOne robustness={robustness} names={names} />
      <Agreement robustness={robustness} ranking={ranking} />
      <Scorers robustness={robustness} names={names} />
    </section>
  )
}

function WeightChange({ robustness: { weights }, ranking }: { robustness: Robust; ranking: Ranking }) {
  if (weights.outcome !== 'changes') return null
  const to = (criterionId: string | undefined, now: string) =>
    weights.changes.find((change) => change.criterionId === criterionId)?.to ?? now
  const rows = [
    ...ranking.criteria.map(({ id, title, weight }) => ({ title, now: weight, changed: to(id, weight) })),
    { title: words.weight.price, now: ranking.priceShare, changed: to(undefined, ranking.priceShare) },
  ]
  return (
    <>
      <h3>{words.weights}</h3>
      <Bars
        bars={rows.flatMap(({ title, now, changed }) => [
          { id: title, name: title, share: numberOf(now) / 100, says: decimal(now) },
          ...(now === changed
            ? []
            : [
                {
                  id: `→ ${title}`,
                  name: `→ ${title}`,
                  share: numberOf(changed) / 100,
                  says: decimal(changed),
                  marked: true,
                },
              ]),
        ])}
      />
      <ListTable
        caption={words.weights}
        rows={rows}
        keyOf={({ title }) => title}
        columns={[
          { head: words.weight.what, cell: ({ title }) => title },
          { head: words.weight.now, cell: ({ now }) => decimal(now) },
          { head: words.weight.changed, cell: ({ changed }) => decimal(changed) },
        ]}
      />
    </>
  )
}

function WithoutOne({ robustness: { withoutOne }, names }: { robustness: Robust; names: Names }) {
  const kept = withoutOne.filter(({ agreements }) => agreements === 'kept')
  const first = (winner: string | undefined) => (winner === undefined ? words.noWinner : names.place(winner))
  if (kept.length === 0) return null
  return (
    <>
      <h3>{words.withoutOne}</h3>
      <ListTable
        caption={words.withoutOne}
        rows={kept}
        keyOf={({ members }) => members.join()}
        columns={[
          { head: words.withoutColumns.member, cell: ({ members: [one = ''] }) => personAlone(names, one) },
          { head: words.withoutColumns.kept, cell: ({ winner }) => first(winner) },
          {
            head: words.withoutColumns.setAside,
            cell: ({ members }) =>
              first(withoutOne.find((one) => one.agreements === 'set aside' && one.members[0] === members[0])?.winner),
          },
        ]}
      />
    </>
  )
}

function Agreement({ robustness: { agreement }, ranking }: { robustness: Robust; ranking: Ranking }) {
  const rows = agreement.byCriterion.map(({ criterionId, ordinal }) => ({
    title: ranking.criteria.find(({ id }) => id === criterionId)?.title ?? criterionId,
    ordinal,
  }))
  return (
    <>
      <h3>{words.agreement}</h3>
      <Bars
        bars={rows.flatMap(({ title, ordinal }) =>
          ordinal === undefined
            ? []
            : [{ id: title, name: title, share: numberOf(ordinal), says: decimal(ordinal, 3) }],
        )}
      />
      <ListTable
        caption={words.agreement}
        rows={rows}
        keyOf={({ title }) => title}
        columns={[
          { head: words.agreementColumns.criterion, cell: ({ title }) => title },
          {
            head: words.agreementColumns.alpha,
            cell: ({ ordinal }) => (ordinal === undefined ? words.unknown : decimal(ordinal, 3)),
          },
        ]}
      />
    </>
  )
}

/** Who, and on which tender: those whose reasons are to be read again must be known to whoever reads them. */
function ScorersOfTender({ scorers, names }: { scorers: Robust['scorers']; names: Names }) {
  const unusual = scorers.byTender.filter((one) => one.unusual)
  if (unusual.length === 0) return null
  return (
    <>
      <p className="nhsuk-u-reading-width">{words.scorersOfTenderHint}</p>
      <ListTable
        caption={words.scorersOfTender}
        rows={unusual}
        keyOf={({ member, organisationId }) => `${member} ${organisationId}`}
        columns={[
          { head: words.scorerOfTenderColumns.member, cell: ({ member }) => personAlone(names, member) },
          { head: words.scorerOfTenderColumns.tender, cell: ({ organisationId }) => names.place(organisationId) },
          { head: words.scorerOfTenderColumns.by, cell: ({ by }) => decimal(by) },
        ]}
      />
    </>
  )
}

function Scorers({ robustness: { scorers }, names }: { robustness: Robust; names: Names }) {
  if (scorers.overall.length === 0) return null
  return (
    <>
      <h3>{words.scorers}</h3>
      <Bars
        bars={scorers.overall.map(({ member, by, unusual }) => ({
          id: member,
          name: personAlone(names, member),
          share: numberOf(by) / 2.5,
          says: decimal(by),
          marked: unusual,
        }))}
      />
      <ListTable
        caption={words.scorers}
        rows={scorers.overall}
        keyOf={({ member }) => member}
        columns={[
          { head: words.scorerColumns.member, cell: ({ member }) => personAlone(names, member) },
          { head: words.scorerColumns.by, cell: ({ by }) => decimal(by) },
          { head: words.scorerColumns.unusual, cell: ({ unusual }) => (unusual ? words.unusual : words.usual) },
        ]}
      />
      <ScorersOfTender scorers={scorers} names={names} />
    </>
  )
}
