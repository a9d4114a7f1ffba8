import type { Case } from '../case/case.ts'
import { votingMembers } from '../panel/panel.ts'
import { Refusal } from '../refusal.ts'
import { exampleSamples } from './examples.ts'
import { FARTHEST } from './try.ts'

/** What a workshop begins with: the last version's criteria and weights, sample tenders; and the workshops held so far. */
export function viewWorkshops({ panel, proposal, specification, versions = {}, workshops = {}, tender }: Case) {
  const version = versions[specification?.latest ?? 0]
  if (!version) throw new Refusal('NotFound', 'There is no version of the specification to weigh yet.')
  const { criteria, priceShare, priceFormula } = version.content
  const publishedAt = tender && tender.status !== 'due' ? tender.publishedAt : undefined
  return {
    version: version.number,
    criteria,
    priceShare,
    priceFormula,
    examples: exampleSamples(criteria, proposal.form.costs.recurrent),
    farthest: FARTHEST,
    members: votingMembers(panel),
    held: Object.values(workshops).sort((one, other) => one.number - other.number),
    ...(publishedAt !== undefined && { publishedAt }),
  }
}
