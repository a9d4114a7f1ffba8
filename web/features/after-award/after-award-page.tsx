import { getRouteApi } from '@tanstack/react-router'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { capital } from '../../capital.ts'
import { Facts } from '../../nhs/facts.tsx'
import { More } from '../../nhs/more.tsx'
import { at, onDate, when } from '../../time.ts'
import { CasePart } from '../case/case-part.tsx'
import { CommandForm } from '../command-form/command-form.tsx'
import { useNames } from '../people/use-names.ts'
import type { AfterAwardView } from './after-award.ts'
import { Benefits } from './benefits.tsx'
import { MilestoneView } from './milestone-view.tsx'
import { ReviewForm } from './review-form.tsx'
import { words } from './words.ts'

const route = getRouteApi('/cases/$caseId/after-award')

export function AfterAwardPage() {
  const { caseId } = route.useParams()
  return (
    <CasePart<AfterAwardView> caseId={caseId} title={words.title} path="/after-award">
      {(after, theCase) => <AfterAward theCase={theCase} after={after} />}
    </CasePart>
  )
}

/** The milestones of an awarded contract, with what the programme manager does at each. */
function AfterAward({ theCase: { caseId, ...theCase }, after }: { theCase: CaseView; after: AfterAwardView }) {
  const names = useNames()
  const may = (name: string) => theCase.life.status === 'open' && theCase.may.includes(name)
  const open = after.milestones.find(({ reached }) => !reached)
  return (
    <>
      <Facts
        facts={[
          [words.facts.provider, names.place(after.organisationId)],
          [words.facts.awarded, when(after.awardedAt)],
          after.goLiveOn ? [words.facts.goLive, onDate(after.goLiveOn)] : undefined,
          after.current ? [words.facts.current, open ? words.milestones[after.current] : words.firstMonths] : undefined,
          after.current && theCase.wait ? [words.facts.due, capital(at(theCase.wait.dueAt))] : undefined,
        ]}
      />
      {after.milestones.map((milestone) => (
        <MilestoneView
          key={milestone.milestone}
          caseId={caseId}
          milestone={milestone}
          may={milestone === open && may('answer-milestone-item')}
        />
      ))}
      {theCase.wait?.name === 'first months' && may('move-go-live') && <Moving caseId={caseId} />}
      <Benefits benefits={after.benefits} />
      {open?.milestone === 'did it work' && may('review-benefits') && (
        <ReviewForm caseId={caseId} benefits={after.benefits} />
      )}
      <Learnt learnt={after.learnt} />
      {may('learn-checklist-item') && <Learning caseId={caseId} />}
      {may('end-follow-up') && <Ending caseId={caseId} />}
    </>
  )
}

function Learnt({ learnt }: Pick<AfterAwardView, 'learnt'>) {
  if (learnt.length === 0) return null
  return (
    <>
      <h2>{words.learnt}</h2>
      <ul>
        {learnt.map(({ milestone, item, because }) => (
          <li key={item.id}>
            {words.milestones[milestone]}: {item.question} {because}
          </li>
        ))}
      </ul>
    </>
  )
}

function Learning({ caseId }: { caseId: string }) {
  const { learn } = words
  return (
    <More title={learn.title}>
      <CommandForm
        caseId={caseId}
        name="learn-checklist-item"
        fields={[
          {
            name: 'milestone',
            label: learn.milestone,
            missing: learn.noMilestone,
            choices: Object.entries(words.milestones).map(([value, name]) => ({ value, name })),
          },
          { name: 'question', label: learn.question, missing: learn.noQuestion },
          { name: 'because', label: learn.because, missing: learn.noBecause },
        ]}
        confirm={learn.confirm}
        done={learn.done}
      />
    </More>
  )
}

const Moving = ({ caseId }: { caseId: string }) => (
  <More title={words.move.title}>
    <CommandForm
      caseId={caseId}
      name="move-go-live"
      fields={[
        {
          name: 'goLiveOn',
          label: words.move.goLiveOn,
          hint: words.reach.goLiveHint,
          missing: words.reach.noGoLive,
          date: true,
        },
        { name: 'reason', label: words.move.reason, missing: words.move.noReason },
      ]}
      confirm={words.move.confirm}
      done={words.move.done}
    />
  </More>
)

const Ending = ({ caseId }: { caseId: string }) => (
  <More title={words.end.title}>
    <CommandForm
      caseId={caseId}
      name="end-follow-up"
      fields={[{ name: 'reason', label: words.end.reason, missing: words.end.noReason }]}
      confirm={words.end.confirm}
      done={words.end.done}
      grave
    />
  </More>
)
