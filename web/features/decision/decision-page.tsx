import { getRouteApi, Link } from '@tanstack/react-router'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { capital } from '../../capital.ts'
import { Facts } from '../../nhs/facts.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { at } from '../../time.ts'
import { CasePart } from '../case/case-part.tsx'
import { CommandForm } from '../command-form/command-form.tsx'
import { Download } from '../paper/download.tsx'
import type { Names } from '../people/names.ts'
import { useNames } from '../people/use-names.ts'
import { ruleInWords } from '../vote/rule-in-words.ts'
import type { DecisionView } from './decision.ts'
import { LateNotice } from './late-notice.tsx'
import { PublishedNotice } from './published-notice.tsx'
import { Representations } from './representations.tsx'
import { words } from './words.ts'

const route = getRouteApi('/cases/$caseId/decision')

/** Members vote, the approver confirms or rejects with the pack before them, the chair answers representations. */
export function DecisionPage() {
  const { caseId } = route.useParams()
  return (
    <CasePart<DecisionView> caseId={caseId} title={words.title} path="/decision">
      {(decision, theCase) => <Deciding caseId={caseId} decision={decision} theCase={theCase} />}
    </CasePart>
  )
}

function Deciding({ caseId, decision, theCase }: { caseId: string; decision: DecisionView; theCase: CaseView }) {
  const names = useNames(decision.names)
  return (
    <>
      <LateNotice decision={decision} />
      {decision.unruled === true && (
        <Notice title={words.unruled.title}>
          <p>{words.unruled.what}</p>
          <p>
            <Link to="/cases/$caseId/conflicts" params={{ caseId }}>
              {words.unruled.link}
            </Link>
          </p>
        </Notice>
      )}
      {decision.ruledByExcluded === true && (
        <Notice title={words.rulings.title}>
          <p>{words.rulings.what}</p>
        </Notice>
      )}
      <Stands decision={decision} names={names} />
      {decision.ranked && (
        <p>
          <Link to="/cases/$caseId/ranking" params={{ caseId }}>
            {words.ranking}
          </Link>
        </p>
      )}
      {theCase.may.includes('confirm-recommendation') && decision.recommendation && (
        <p>
          <Download path={`/api/cases/${caseId}/approval-paper.pdf`} name={`approval-${caseId}.pdf`}>
            {decision.status === 'recommended' ? words.paper : words.paperBefore}
          </Download>
        </p>
      )}
      {theCase.may.includes('vote-on-award') && <Vote theCase={theCase} decision={decision} names={names} />}
      {theCase.may.includes('confirm-recommendation') && decision.status === 'recommended' && (
        <Approve caseId={caseId} declareFirst={decision.declareFirst === true} />
      )}
      {decision.status === 'standstill' && decision.recommendation?.outcome === 'award' && (
        <PublishedNotice caseId={caseId} decision={decision} mayRecord={theCase.may.includes('record-notice')} />
      )}
      {decision.representations && (
        <Representations
          caseId={caseId}
          decision={decision}
          names={names}
          mayAnswer={theCase.may.includes('answer-representation')}
          mayRecord={theCase.may.includes('record-representation')}
        />
      )}
    </>
  )
}

/** What can be voted for, as people say it. */
const outcomeNamed = (option: string): string => words.outcomes[option as keyof typeof words.outcomes] ?? option

function Stands({ decision, names }: { decision: DecisionView; names: Names }) {
  const { status, vote, recommendation, reasons, confirmation, standstill, notBefore, returned } = decision
  const { fewTenders, noAward } = decision
  const objected = decision.representations?.some(({ answer }) => !answer) ?? false
  const { facts } = words
  const outcome =
    recommendation &&
    (recommendation.outcome === 'award'
      ? words.awardTo(names.place(recommendation.organisationId))
      : words.outcomes[recommendation.outcome])
  const votes = vote && [
    ...(vote.voted === undefined ? [] : [words.voted(vote.voted, vote.members ?? 0)]),
    ...vote.rounds.map(({ tally }, index) =>
      words.tally(
        index + 1,
        Object.entries(tally.votes)
          .map(([option, count]) => `${outcomeNamed(option)}: ${count}`)
          .join('; '),
      ),
    ),
  ]
  return (
    <Facts
      facts={[
        [facts.stands, words.status[status]],
        fewTenders ? [facts.few, words.few(fewTenders.tenders, fewTenders.reasons)] : undefined,
        noAward ? [facts.noAward, words.noAward(noAward.scoring, noAward.quorum)] : undefined,
        votes && votes.length > 0 ? [facts.voted, votes.join('. ')] : undefined,
        outcome ? [facts.panel, outcome] : undefined,
        reasons && reasons.length > 0 ? [facts.reasons, <Several key="reasons" of={reasons} />] : undefined,
        confirmation ? [facts.approver, confirmation.reasons] : undefined,
        standstill && notBefore !== undefined
          ? [facts.standstill, words.open(capital(at(notBefore)), standstill.citation, objected)]
          : undefined,
        standstill && notBefore === undefined
          ? [facts.over, `${capital(at(standstill.ends))} (${standstill.citation})`]
          : undefined,
        returned.length > 0
          ? [
              facts.returned,
              <Several key="returned" of={returned.map(({ by, reasons: why }) => `${words.returnedBy[by]}: ${why}`)} />,
            ]
          : undefined,
      ]}
    />
  )
}

const Several = ({ of }: { of: string[] }) => (
  <ul>
    {[...new Set(of)].map((one) => (
      <li key={one}>{one}</li>
    ))}
  </ul>
)

interface VoteProps {
  theCase: CaseView
  decision: DecisionView
  names: Names
}

function Vote({ theCase: { caseId, voting }, decision: { status, vote }, names }: VoteProps) {
  if (status !== 'voting' || vote?.status !== 'open') return null
  const options = [...vote.options, 'abstain']
  const nameOf = (option: string) => {
    const said = outcomeNamed(option)
    const whose = option === 'award' ? vote.on : undefined
    return whose === undefined ? said : `${said}: ${names.place(whose)}`
  }
  return (
    <section aria-labelledby="vote">
      <h2 id="vote">{words.vote.title}</h2>
      <p className="nhsuk-u-reading-width">{ruleInWords(voting)}</p>
      {vote.yours ? (
        <p>{words.vote.yours(nameOf(vote.yours.option))}</p>
      ) : (
        <CommandForm
          caseId={caseId}
          name="vote-on-award"
          about={String(vote.round)}
          also={{ round: vote.round }}
          fields={[
            {
              name: 'option',
              label: words.vote.option,
              missing: words.vote.noOption,
              choices: options.map((value) => ({ value, name: nameOf(value) })),
            },
            { name: 'reasons', label: words.vote.reasons, hint: words.vote.hint, missing: words.vote.noReasons },
          ]}
          check={words.vote.check}
          confirm={words.vote.confirm}
          done={words.vote.done}
        />
      )}
    </section>
  )
}

function Approve({ caseId, declareFirst }: { caseId: string; declareFirst: boolean }) {
  const { approve } = words
  if (declareFirst)
    return (
      <section aria-labelledby="approve">
        <h2 id="approve">{approve.title}</h2>
        <p className="nhsuk-u-reading-width">
          {approve.declareFirst}{' '}
          <Link to="/cases/$caseId/declaration" params={{ caseId }}>
            {approve.declare}
          </Link>
          .
        </p>
      </section>
    )
  const choices = Object.entries(approve.choices).map(([value, { name, hint }]) => ({ value, name, hint }))
  return (
    <section aria-labelledby="approve">
      <h2 id="approve">{approve.title}</h2>
      <p className="nhsuk-u-reading-width">{approve.effect}</p>
      <CommandForm
        caseId={caseId}
        name="confirm-recommendation"
        fields={[
          { name: 'choice', label: approve.choose, missing: approve.noChoice, choices },
          { name: 'reasons', label: approve.reasons, hint: approve.hint, missing: approve.noReasons },
        ]}
        check={approve.check}
        means={({ choice, reasons }) =>
          choice === 'reject'
            ? { command: 'reject-recommendation', body: { reasons }, ...approve.choices.reject }
            : { command: 'confirm-recommendation', body: { reasons }, ...approve.choices.confirm }
        }
      />
    </section>
  )
}
