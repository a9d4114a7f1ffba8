import { numberOf } from '../../decimal.ts'
import { pounds } from '../../money.ts'
import { Facts } from '../../nhs/facts.tsx'
import { at } from '../../time.ts'
import { type Names, peopleListed } from '../people/names.ts'
import { JudgeForm } from './judge-form.tsx'
import type { LowPrices } from './low-prices.ts'
import { words } from './words.ts'

interface LowPriceCardProps {
  caseId: string
  low: LowPrices
  price: LowPrices['prices'][number]
  names: Names
  /** Whoever looks records what the panel decides. */
  records: boolean
}

/** One low price: how it is explained, and what the panel decided. */
export function LowPriceCard({ caseId, low, price, names, records }: LowPriceCardProps) {
  const { organisationId, pence, medianPence, expectedPence, explanation, judgement, setAside = [], out } = price
  const over = low.waitsFor !== 'price explanation'
  const usual = {
    ...(medianPence !== undefined && { median: pounds(numberOf(medianPence)) }),
    ...(expectedPence !== undefined && { expected: pounds(expectedPence) }),
  }
  const ready = explanation !== undefined || over
  return (
    <section aria-labelledby={organisationId}>
      <h2 id={organisationId}>{names.place(organisationId)}</h2>
      <p>{words.price(pounds(pence), usual)}</p>
      <Facts
        facts={[
          [
            words.explanation,
            explanation?.text ??
              (out ? words.notAsked : over ? words.unexplained : words.waiting(low.dueAt && at(low.dueAt))),
          ],
          judgement && [words.judged[judgement.outcome], judgement.reasons],
          judgement && [words.tookPart, peopleListed(names, judgement.present)],
          ...setAside.flatMap((one): [string, string][] => [
            [words.setAside(at(one.at)), `${words.judged[one.outcome]}. ${one.reasons}`],
          ]),
        ]}
      />
      {out && !judgement && <p>{words.out}</p>}
      {records && !judgement && !out && ready && (
        <JudgeForm caseId={caseId} organisationId={organisationId} low={low} names={names} />
      )}
    </section>
  )
}
