import { useState } from 'react'
import { TextField } from '../../nhs/text-field.tsx'
import type { PanelView } from './panel-view.ts'
import { PartForm } from './part-form.tsx'
import { words } from './part-words.ts'

/** Two people copy down the numbers that the draw was bound to, each for themselves. */
export function PublicNumbers({ caseId, panel }: { caseId: string; panel: PanelView }) {
  const draw = panel.draws.findLast(({ status }) => status === 'committed')
  const source = [draw?.source, draw?.fallback].find((one) => one?.kind === 'public-numbers')
  const { sources, numbers: shape } =
    source?.kind === 'public-numbers' ? source : { sources: [], numbers: { count: 0, lowest: 0, highest: 0 } }
  const [numbers, setNumbers] = useState<string[]>([])
  const said = words.numbers
  const typed = sources.map((_, at) => numbers[at]?.trim() ?? '')
  return (
    <PartForm
      caseId={caseId}
      name="enter-public-numbers"
      title={said.title}
      what={said.what}
      go={said.go}
      faults={typed.flatMap((one, at) =>
        one === '' ? [{ fieldId: `numbers-${at}`, detail: words.missing.numbers }] : [],
      )}
      body={() => ({ numbers: typed })}
    >
      {panel.numbers && <p>{standing(panel.numbers)}</p>}
      {sources.map((source, at) => (
        <TextField
          key={source}
          id={`numbers-${at}`}
          label={source}
          hint={said.label(shape.count, shape.lowest, shape.highest)}
          value={numbers[at] ?? ''}
          onChange={(value) => setNumbers(sources.map((_, other) => (other === at ? value : (numbers[other] ?? ''))))}
        />
      ))}
    </PartForm>
  )
}

function standing({ yours, others }: NonNullable<PanelView['numbers']>): string {
  const said = words.numbers
  if (yours) return others > 0 ? said.different : said.done
  return others > 0 ? said.second : said.first
}
