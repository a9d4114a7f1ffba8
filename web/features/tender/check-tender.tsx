import { pounds } from '../../money.ts'
import type { Fact } from '../../nhs/facts.tsx'
import { Facts } from '../../nhs/facts.tsx'
import { Notice } from '../../nhs/notice.tsx'
import type { OwnTender } from './notice.ts'
import type { Draft, DraftDocument } from './sealing/draft.ts'
import { penceOf } from './sealing/price.ts'
import { words } from './words.ts'

const { write } = words

/** Everything that will be sealed, as it stands: the last time that anybody reads it before the opening. */
export function CheckTender({ draft, criteria }: { draft: Draft; criteria: OwnTender['criteria'] }) {
  const { answers, confidential, partners, price, documents } = draft
  return (
    <>
      <Notice title={write.last.title}>
        <p>{write.last.detail}</p>
      </Notice>
      <h2>{write.quality}</h2>
      <Facts
        facts={[
          ...criteria.map(
            ({ id, title }): Fact => [
              title,
              <Words key={id} confidential={confidential.includes(id)}>
                {answers[id] ?? ''}
              </Words>,
            ],
          ),
          [
            write.partners,
            <List key="partners" items={partners.map(({ name, as }) => `${name} (${write.roles[as]})`)} />,
          ],
          [
            write.qualityDocuments,
            <List key="documents" items={documents.quality.map((one) => documentInWords(one, criteria))} />,
          ],
        ]}
      />
      <h2>{write.price}</h2>
      <Facts
        facts={[
          [write.priceLabel, pounds(penceOf(price))],
          [write.priceDocuments, <List key="documents" items={documents.price.map((one) => documentInWords(one))} />],
        ]}
      />
    </>
  )
}

function documentInWords(
  { file, confidential, criteria: belongs = [] }: DraftDocument,
  criteria: OwnTender['criteria'] = [],
) {
  const titles = criteria.flatMap(({ id, title }) => (belongs.includes(id) ? `“${title}”` : []))
  const to = titles.length === 0 ? '' : `, ${write.belongsTo(titles.join(', '))}`
  return `${file.name} (${words.document.size(file.size)}${confidential ? `, ${write.isConfidential}${to}` : ''})`
}

function Words({ confidential, children }: { confidential: boolean; children: string }) {
  return (
    <>
      <span className="specification__text">{children}</span>
      {confidential && (
        <>
          <br />
          <strong>{write.confidential}</strong>
        </>
      )}
    </>
  )
}

function List({ items }: { items: string[] }) {
  if (items.length === 0) return write.noneOf
  return (
    <ul className="nhsuk-list">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
