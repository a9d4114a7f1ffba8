import type { Case } from '../case/case.ts'
import { isMember } from '../panel/panel.ts'
import { refuseUnless } from '../refusal.ts'
import { interestsIn, type RegisterEntry, relationsIn } from '../register/declaration.ts'
import { bidders } from '../tender/tender.ts'

/** Whom the tenders name, by bidder; and what the member or officer declared so far. Nothing of what is in the tenders. */
export function viewRenewal(theCase: Case, person: string, entry: RegisterEntry | undefined) {
  const { evaluation, life, panel, tender } = theCase
  const sits = isMember(panel, person)
  refuseUnless(
    evaluation?.checkedAt && (tender?.status === 'opened' || tender?.status === 'ended'),
    'TooEarly',
    'No tender has been opened yet. We will ask you once the tenders are open.',
  )
  const declaredAt = evaluation.declared?.[person]
  return {
    named: bidders(tender).map((organisationId) => {
      const opening = tender.tenders[organisationId]?.opening
      const partners = opening?.outcome === 'opened' ? opening.partners : []
      return { organisationId, partners: partners }
    }),
    interests: interestsIn(entry?.declaration),
    relations: relationsIn(entry?.declaration),
    ...(declaredAt !== undefined && { declaredAt }),
    sits,
    stage: life.stage,
    ...(sits && life.wait?.name === 'declarations' && { dueAt: life.wait.dueAt }),
  }
}
