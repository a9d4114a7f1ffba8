import { WordsField } from '../../nhs/fields.tsx'
import { PriceField } from '../../nhs/price-field.tsx'
import { Tick } from '../../nhs/tick.tsx'
import { DocumentsField } from './documents-field.tsx'
import type { OwnTender } from './notice.ts'
import { PartnersField } from './partners-field.tsx'
import type { Draft } from './sealing/draft.ts'
import type { useUploads } from './sealing/use-uploads.ts'
import { Criterion } from './tender-notice.tsx'
import { words } from './words.ts'

const { write } = words

interface TenderFieldsProps {
  criteria: OwnTender['criteria']
  draft: Draft
  change(to: (before: Draft) => Draft): void
  states: ReturnType<typeof useUploads>['states']
  stop: ReturnType<typeof useUploads>['stop']
}

/** The fields of a tender, envelope by envelope. */
export function TenderFields({ criteria, draft, change, states, stop }: TenderFieldsProps) {
  const documents = (half: 'quality' | 'price', label: string, belongingTo: OwnTender['criteria'] = []) => (
    <DocumentsField
      half={half}
      label={label}
      documents={draft.documents[half]}
      states={states}
      criteria={belongingTo}
      change={change}
      onRemove={stop}
    />
  )
  return (
    <>
      <h2>{write.quality}</h2>
      <p>{write.qualityHint}</p>
      <p>{write.confidentialHint}</p>
      {criteria.map((criterion) => (
        <div key={criterion.id}>
          <Criterion criterion={criterion} />
          <WordsField
            id={`answer-${criterion.id}`}
            label={write.faults.answer(criterion.title)}
            value={draft.answers[criterion.id] ?? ''}
            onChange={(answer) =>
              change((before) => ({ ...before, answers: { ...before.answers, [criterion.id]: answer } }))
            }
          />
          <Tick
            id={`confidential-${criterion.id}`}
            checked={draft.confidential.includes(criterion.id)}
            onChange={(marked) =>
              change((before) => ({
                ...before,
                confidential: [
                  ...before.confidential.filter((id) => id !== criterion.id),
                  ...(marked ? [criterion.id] : []),
                ],
              }))
            }
          >
            {write.confidential}
          </Tick>
        </div>
      ))}
      <PartnersField partners={draft.partners} onChange={(partners) => change((before) => ({ ...before, partners }))} />
      {documents('quality', write.qualityDocuments, criteria)}
      <h2>{write.price}</h2>
      <p>{write.priceHint}</p>
      <PriceField
        id="price"
        label={write.priceLabel}
        hint={write.priceExample}
        value={draft.price}
        onChange={(price) => change((before) => ({ ...before, price }))}
      />
      {documents('price', write.priceDocuments)}
    </>
  )
}
