import { ListTable } from '../../nhs/list-table.tsx'
import { when } from '../../time.ts'
import { CommandForm } from '../command-form/command-form.tsx'
import type { AfterAwardView } from './after-award.ts'
import { words } from './words.ts'

interface MilestoneViewProps {
  caseId: string
  milestone: AfterAwardView['milestones'][number]
  /** It is open, and theirs to work on. */
  may: boolean
}

/** One milestone: its checklist with the answers; for who works on it, the next answer and the end. */
export function MilestoneView({
  caseId,
  milestone: { milestone, checklist, answers, reached },
  may,
}: MilestoneViewProps) {
  const { answer, reach, columns } = words
  const items = checklist.items.map((item) => ({ ...item, answer: answers[item.id] }))
  return (
    <section>
      <h2>{words.milestones[milestone]}</h2>
      <p>{reached ? words.reached(when(reached.at), reached.reasons) : words.version(checklist.version)}</p>
      <ListTable
        caption={words.milestones[milestone]}
        rows={items}
        keyOf={({ id }) => id}
        columns={[
          { head: columns.question, cell: ({ question }) => question },
          { head: columns.finding, cell: (item) => (item.answer ? words.findings[item.answer.finding] : words.notYet) },
          { head: columns.comment, cell: (item) => item.answer?.comment ?? '' },
        ]}
      />
      {may && (
        <>
          <h3>{answer.title}</h3>
          <CommandForm
            caseId={caseId}
            name="answer-milestone-item"
            about={milestone.replaceAll(' ', '-')}
            fields={[
              {
                name: 'item',
                label: answer.item,
                missing: answer.noItem,
                choices: items.map(({ id, question }) => ({ value: id, name: question })),
              },
              {
                name: 'finding',
                label: answer.finding,
                missing: answer.noFinding,
                choices: Object.entries(words.findings).map(([value, name]) => ({ value, name })),
              },
              { name: 'comment', label: answer.comment, missing: answer.noComment },
            ]}
            confirm={answer.confirm}
            done={answer.done}
          />
          <h3>{reach.title}</h3>
          <CommandForm
            caseId={caseId}
            name="reach-milestone"
            about={milestone.replaceAll(' ', '-')}
            fields={[
              { name: 'reasons', label: reach.reasons, missing: reach.noReasons },
              ...(milestone === 'ready to go live'
                ? [
                    {
                      name: 'goLiveOn',
                      label: reach.goLiveOn,
                      hint: reach.goLiveHint,
                      missing: reach.noGoLive,
                      date: true as const,
                    },
                  ]
                : []),
            ]}
            confirm={reach.confirm}
            done={reach.done}
          />
        </>
      )}
    </section>
  )
}
