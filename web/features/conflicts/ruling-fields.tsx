import { Facts } from '../../nhs/facts.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { words } from './words.ts'

const said = words.ruling
const rulings = ['cleared', 'managed', 'barred'] as const

export interface TypedRuling {
  ruling: string
  reasons: string
  mitigation: string
  soleExpertIn: string
}

interface RulingFieldsProps {
  /** Of a field, on this page. */
  id(field: keyof TypedRuling): string
  typed: TypedRuling
  /** Which the case needs. */
  skills: string[]
  onChange(some: Partial<TypedRuling>): void
}

export function RulingFields({ id, typed, skills, onChange }: RulingFieldsProps) {
  return (
    <>
      <ChoiceField
        id={id('ruling')}
        label={said.which}
        value={typed.ruling}
        onChange={(ruling) => onChange({ ruling })}
        choices={[{ value: '', name: said.choose }, ...rulings.map((value) => ({ value, name: said[value] }))]}
      />
      <WordsField
        id={id('reasons')}
        label={said.reasons}
        hint={said.reasonsHint}
        value={typed.reasons}
        onChange={(reasons) => onChange({ reasons })}
      />
      {typed.ruling === 'managed' && (
        <>
          <WordsField
            id={id('mitigation')}
            label={said.mitigation}
            value={typed.mitigation}
            onChange={(mitigation) => onChange({ mitigation })}
          />
          {skills.length > 0 && (
            <ChoiceField
              id={id('soleExpertIn')}
              label={said.soleExpert}
              hint={said.soleExpertHint}
              value={typed.soleExpertIn}
              onChange={(soleExpertIn) => onChange({ soleExpertIn })}
              choices={[
                { value: '', name: said.noSoleExpert },
                ...skills.map((skill) => ({ value: skill, name: skill })),
              ]}
            />
          )}
        </>
      )}
    </>
  )
}

/** What was entered, once more, before it stands. */
export function RulingInWords({ typed: { ruling, reasons, mitigation, soleExpertIn } }: { typed: TypedRuling }) {
  const managed = ruling === 'managed'
  return (
    <Facts
      facts={[
        [said.which, rulings.filter((one) => one === ruling).map((one) => said[one])],
        [said.reasons, reasons],
        managed ? [said.mitigation, mitigation] : undefined,
        managed && soleExpertIn !== '' ? [said.soleExpert, soleExpertIn] : undefined,
      ]}
    />
  )
}
