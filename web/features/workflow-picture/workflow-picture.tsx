import { useId, useState } from 'react'
import type { Stage } from '../../../domain/case/case.ts'
import type { CaseView, TimelineEvent } from '../../../functions/api/answers/case.ts'
import { nextInWords } from '../../../workflows/pictures/steps-in-words.ts'
import { ChoiceField } from '../../nhs/fields.tsx'
import { More } from '../../nhs/more.tsx'
import { stageNames, stageOrder } from '../case/stage-words.ts'
import { WorkflowDrawing } from './drawing.tsx'
import { layOut } from './layout.ts'
import { pathTaken } from './path-taken.ts'
import { runsOf } from './runs.ts'
import { words } from './words.ts'
import { pictures } from './workflows.ts'

interface WorkflowPictureProps {
  theCase: CaseView
  events: TimelineEvent[]
}

/** The workflow of a stage, drawn and as a list, with the path taken; the stage that the case is in comes first. */
export function WorkflowPicture({ theCase, events }: WorkflowPictureProps) {
  const [chosen, setChosen] = useState<Stage>()
  const id = useId()
  const stage = chosen ?? theCase.life.stage
  const picture = pictures[stage]
  const entered = new Set(theCase.life.path.map((passage) => passage.stage))
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <ChoiceField
        id="picture-stage"
        label={words.stage}
        value={stage}
        choices={stageOrder
          .filter((name) => pictures[name] || entered.has(name))
          .map((value) => ({ value, name: stageNames[value] }))}
        onChange={(value) => setChosen(value as Stage)}
      />
      {picture ? <Pictured {...{ stage, picture, theCase, events }} /> : <p>{words.none}</p>}
    </section>
  )
}

interface PicturedProps extends WorkflowPictureProps {
  stage: Stage
  picture: NonNullable<(typeof pictures)[Stage]>
}

function Pictured({ stage, picture, theCase, events }: PicturedProps) {
  const path = pathTaken(picture, runsOf(stage, picture, theCase, events))
  return (
    <>
      <p>{words.key}</p>
      <WorkflowDrawing drawing={layOut(picture)} path={path} title={words.about(stageNames[stage])} />
      <p className="nhsuk-body-s">{words.movedOn}</p>
      <More title={words.list}>
        <ol className="nhsuk-list nhsuk-list--number">
          {picture.states.map((state) => (
            <li key={state.name} aria-current={state.name === path.present ? 'step' : undefined}>
              <strong>{state.name}</strong> ({words.kinds[state.kind].toLowerCase()}; {standing(state.name, path)}).{' '}
              {state.comment} {nextInWords(state, picture)}
            </li>
          ))}
        </ol>
      </More>
    </>
  )
}

function standing(name: string, { states, present }: ReturnType<typeof pathTaken>): string {
  return (name === present ? words.here : states.has(name) ? words.done : words.notYet).toLowerCase()
}
