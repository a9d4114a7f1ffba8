import { useRef } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { useUndo } from '../../nhs/undo.tsx'
import { CriterionFields } from './criterion-fields.tsx'
import { type EnteredCriterion, newCriterion } from './entered.ts'
import type { SpecificationView } from './specification-view.ts'
import { words } from './words.ts'

interface CriteriaFieldsProps {
  criteria: EnteredCriterion[]
  template: SpecificationView['template']
  onChange(criteria: EnteredCriterion[]): void
}

/** The criteria: one can be added, and each taken away, and brought back. */
export function CriteriaFields({ criteria, template, onChange }: CriteriaFieldsProps) {
  const said = words.form
  // It is brought back into what the list is then.
  const now = useRef({ criteria, onChange })
  now.current = { criteria, onChange }
  const [offerUndo, undo] = useUndo()
  const takeAway = (place: number, criterion: EnteredCriterion) => {
    onChange(criteria.toSpliced(place, 1))
    offerUndo({
      said: said.removed(criterion.title),
      undo: () => now.current.onChange(now.current.criteria.toSpliced(place, 0, criterion)),
    })
  }
  return (
    <>
      <h2 id="criteria" tabIndex={-1}>
        {said.criteria}
      </h2>
      <p>{said.criteriaIntro}</p>
      {criteria.map((criterion, place) => (
        <CriterionFields
          key={criterion.id}
          place={place}
          criterion={criterion}
          keyCriteria={template.keyCriteria}
          onChange={(changed) => onChange(criteria.with(place, changed))}
          onRemove={() => takeAway(place, criterion)}
        />
      ))}
      {undo}
      <ActionButton
        kind="secondary"
        onClick={() => onChange([...criteria, newCriterion(criteria, template.criteria[0]?.scale ?? [])])}
      >
        {said.add}
      </ActionButton>
    </>
  )
}
