import type { Case } from '../../../domain/case/case.ts'
import { mustBeCurrent } from '../../../domain/case/decide.ts'
import { stepEvaluation } from '../../../domain/evaluation/step.ts'
import { priceContentSchema } from '../../../domain/tender/content.ts'
import type { Deps } from '../../runtime/deps.ts'
import { openEnvelope } from '../open-envelope.ts'
import { deciding } from '../step.ts'

export const handler = deciding('open-the-prices', async (theCase, { attempt }, circumstances, deps) => {
  mustBeCurrent(theCase, attempt)
  const prices = await openAll(deps, theCase)
  return stepEvaluation(theCase, { type: 'OpenPrices', attempt, prices }, circumstances)
})

/** Nothing before the record has closed moderation, whatever starts this step. */
async function openAll(deps: Deps, { id, evaluation, tender }: Case) {
  const prices: Record<string, { pence: number } | { reason: string }> = {}
  if (evaluation?.status !== 'moderated' || tender?.status !== 'opened') return prices
  for (const organisationId of evaluation.tenders) {
    const sealed = tender.tenders[organisationId]
    if (!sealed) continue
    const binding = { caseId: id, round: tender.round, organisationId, kind: 'price' as const }
    const opened = await openEnvelope(deps, tender.keyName, sealed.price, binding, priceContentSchema)
    prices[organisationId] = 'reason' in opened ? opened : opened.content
  }
  return prices
}
