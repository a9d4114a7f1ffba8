import type { KeyboardEvent } from 'react'
import { scoreOf } from './keys.ts'
import { words } from './words.ts'

interface ScoreChoiceProps {
  id: string
  title: string
  /** What earns 0, 1, 2 … */
  scale: readonly string[]
  value: number | undefined
  fault?: string | undefined
  onChange(score: number): void
  onEnter(): void
}

/** Every point of the scale with what earns it. A digit chooses it. */
export function ScoreChoice({ id, title, scale, value, fault, onChange, onEnter }: ScoreChoiceProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    const score = scoreOf(event)
    if (score !== undefined && score < scale.length) {
      onChange(score)
      document.getElementById(`${id}-${score}`)?.focus()
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      onEnter()
    }
  }
  return (
    <fieldset
      className="nhsuk-fieldset nhsuk-u-margin-bottom-3"
      onKeyDown={onKeyDown}
      {...(fault && { 'aria-describedby': `${id}-fault` })}
    >
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
        {words.score}
        <span className="nhsuk-u-visually-hidden">: {title}</span>
      </legend>
      {fault && (
        <p className="nhsuk-error-message" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <div className="nhsuk-radios nhsuk-radios--small">
        {scale.map((earns, score) => (
          <div className="nhsuk-radios__item" key={earns + String(score)}>
            <input
              className="nhsuk-radios__input"
              id={`${id}-${score}`}
              name={id}
              type="radio"
              value={score}
              checked={value === score}
              onChange={() => onChange(score)}
            />
            <label className="nhsuk-label nhsuk-radios__label" htmlFor={`${id}-${score}`}>
              <strong>{score}</strong> {earns}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
