import type { CaseView } from '../../../functions/api/answers/case.ts'
import { on } from '../../time.ts'
import { stageNames, stageOrder } from './stage-words.ts'
import { words } from './words.ts'

/** All stages in a row: which are done, where the case is, what is ahead. */
export function StageProgress({ life }: Pick<CaseView, 'life'>) {
  const present = stageOrder.indexOf(life.stage)
  return (
    <ol className="stage-progress" aria-label={words.progress}>
      {stageOrder.map((stage, index) => {
        const entered = life.path.findLast((passage) => passage.stage === stage)?.entered
        const here = index === present
        const standing = here
          ? life.status === 'ended'
            ? 'ended'
            : 'now'
          : index > present
            ? 'notYet'
            : entered
              ? 'done'
              : 'skipped'
        return (
          <li
            key={stage}
            className={`stage-progress__stage stage-progress__stage--${standing === 'skipped' ? 'notYet' : standing}`}
            aria-current={here ? 'step' : undefined}
          >
            <strong>{stageNames[stage]}</strong>
            <span>{words.passage[standing]}</span>
            {entered && standing !== 'notYet' && <span>{words.entered(on(entered))}</span>}
          </li>
        )
      })}
    </ol>
  )
}
