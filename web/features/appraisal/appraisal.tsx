import type { CaseView } from '../../../functions/api/answers/case.ts'
import { BulletList } from '../../nhs/bullet-list.tsx'
import { useNames } from '../people/use-names.ts'
import { VotePanel } from '../vote/vote-panel.tsx'
import { type AppraisalView, Checklist } from './checklist.tsx'
import { words } from './words.ts'

const choices = (['proceed', 'return', 'decline', 'abstain'] as const).map((value) => ({
  value,
  name: words.verdict[value],
  hint: words.verdictHint[value],
}))

export function Appraisal({ theCase, appraisal }: { theCase: CaseView; appraisal: AppraisalView }) {
  const names = useNames(appraisal.people)
  const { status, answers, vote, verdict, reasons } = appraisal
  const all = Object.keys(appraisal.checklist).length
  const answered = Object.keys(answers ?? {}).length
  const voting = vote?.status === 'open' && (vote.voted ?? 0) > 0
  const member = theCase.may.includes('answer-checklist') && theCase.life.stage === 'specification'
  return (
    <>
      <p className="nhsuk-u-reading-width">{words.intro}</p>
      {status === 'not yet' && <p>{words.notYet}</p>}
      {(appraisal.round ?? 1) > 1 && <p>{words.round(appraisal.round ?? 1)}</p>}
      {verdict && (
        <section aria-labelledby="concluded">
          <h2 id="concluded">{words.concluded}</h2>
          <p>
            <strong>{words.verdict[verdict]}.</strong>
          </p>
          <h3>{words.reasons}</h3>
          <BulletList items={[...new Set(reasons)]} />
        </section>
      )}
      {answers && (
        <section aria-labelledby="checklist">
          <h2 id="checklist">{words.checklist}</h2>
          <p>{words.answered(answered, all)}</p>
          {status === 'open' && member && voting && <p>{words.locked}</p>}
          <Checklist
            theCase={theCase}
            appraisal={appraisal}
            names={names}
            open={status === 'open' && member && !voting}
          />
        </section>
      )}
      {vote && (
        <section aria-labelledby="vote">
          <h2 id="vote">{words.vote}</h2>
          {status === 'open' && answered < all ? (
            <p>{words.voteWaits}</p>
          ) : (
            <VotePanel theCase={theCase} vote={vote} names={names} command="vote-on-proposal" choices={choices} />
          )}
        </section>
      )}
    </>
  )
}
