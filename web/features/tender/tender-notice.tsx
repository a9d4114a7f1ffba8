import { capital } from '../../capital.ts'
import { pounds } from '../../money.ts'
import { Facts } from '../../nhs/facts.tsx'
import { ListTable } from '../../nhs/list-table.tsx'
import { More } from '../../nhs/more.tsx'
import { Notice as Callout } from '../../nhs/notice.tsx'
import { at } from '../../time.ts'
import type { Notice } from './notice.ts'
import { words } from './words.ts'

/** What is asked for, and how tenders are judged. */
export function TenderNotice({ notice }: { notice: Notice }) {
  const { again, deadline, questionsCloseAt, specificationVersion, priceShare, priceFormula } = notice
  return (
    <>
      {again !== undefined && (
        <Callout title={words.again.title}>
          {again !== '' && <p>{again}</p>}
          {notice.status === 'open' && <p>{words.again.detail}</p>}
        </Callout>
      )}
      <Facts
        facts={[
          deadline ? [words.deadline, capital(at(deadline))] : undefined,
          questionsCloseAt ? [words.questionsClose, capital(at(questionsCloseAt))] : undefined,
          [words.version, words.versionNumber(specificationVersion)],
          [words.pricePart, words.percent(decimal(priceShare))],
          [words.priceFormula, `${priceFormula.named}. ${priceFormula.says}`],
        ]}
      />
      <h2>{words.specification}</h2>
      {notice.sections?.map(({ section, title, text }) => (
        <section key={section}>
          <h3>{title}</h3>
          <p className="nhsuk-u-reading-width tender__text">{text}</p>
        </section>
      ))}
      <h2>{words.criteria}</h2>
      {notice.criteria.map((criterion) => (
        <Criterion key={criterion.id} criterion={criterion} />
      ))}
      <h3>{words.priceExample}</h3>
      <ListTable
        caption={words.priceExample}
        columns={[
          { head: words.exampleColumns.price, cell: ({ pence }) => pounds(pence) },
          { head: words.exampleColumns.points, cell: ({ term }) => term },
        ]}
        rows={priceFormula.example}
        keyOf={({ pence, term }) => `${pence} ${term}`}
      />
      <h2>{words.howJudged}</h2>
      <ol className="nhsuk-u-reading-width">
        {notice.howJudged.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h2>{words.questions}</h2>
      {notice.questions.length === 0 && <p>{words.noQuestions}</p>}
      {notice.questions.map(({ id, question, answer }) => (
        <section key={id} className="nhsuk-u-reading-width">
          <h3>{question}</h3>
          <p className="tender__text">{answer}</p>
        </section>
      ))}
    </>
  )
}

/** One criterion: its question, what is looked for, and what each point of its scale means. */
export function Criterion({ criterion }: { criterion: Notice['criteria'][number] }) {
  const { title, question, guidance, weight, minimum, scale } = criterion
  return (
    <section className="nhsuk-u-reading-width">
      <h3>{title}</h3>
      <p>
        {words.weight(decimal(weight))}
        {minimum !== undefined && `. ${words.minimum(minimum)}`}
      </p>
      <p>{question}</p>
      {guidance && <p>{guidance}</p>}
      <More title={words.scale}>
        <ol start={0}>
          {scale.map((meaning) => (
            <li key={meaning}>{meaning}</li>
          ))}
        </ol>
      </More>
    </section>
  )
}

/** An exact share as people write it: `35/2` → `17.5`. */
const decimal = (exact: string): string => {
  const [above = 0, below = 1] = exact.split('/').map(Number)
  return String(Number((above / below).toFixed(2)))
}
