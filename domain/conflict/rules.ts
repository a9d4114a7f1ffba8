import type { Rules } from './rule.ts'
import { barBusinessPartner } from './rules/bar-business-partner.ts'
import { barCompany } from './rules/bar-company.ts'
import { barEndedTie } from './rules/bar-ended-tie.ts'
import { barFamily } from './rules/bar-family.ts'
import { barOwnProvider } from './rules/bar-own-provider.ts'
import { barOwnershipChain } from './rules/bar-ownership-chain.ts'
import { barSubsidiary } from './rules/bar-subsidiary.ts'
import { barThisCase } from './rules/bar-this-case.ts'
import { flagCloseInterest } from './rules/flag-close-interest.ts'
import { flagEmployerOwns } from './rules/flag-employer-owns.ts'
import { flagGift } from './rules/flag-gift.ts'
import { flagHost } from './rules/flag-host.ts'
import { flagOther } from './rules/flag-other.ts'
import { flagPaidAdviser } from './rules/flag-paid-adviser.ts'
import { flagSameGroup } from './rules/flag-same-group.ts'
import { flagSimilarName } from './rules/flag-similar-name.ts'
import { flagSmallOwnership } from './rules/flag-small-ownership.ts'
import { flagUndeclared } from './rules/flag-undeclared.ts'
import { flagUnknownOrganisation } from './rules/flag-unknown-organisation.ts'
import { ineligibleProposer } from './rules/ineligible-proposer.ts'
import { partnerOfOwningPractice } from './rules/partner-of-owning-practice.ts'
import { staffOfOwningPractice } from './rules/staff-of-owning-practice.ts'

/** Every rule of requirements §4 by its identifier, a file each. What each does is its row in the rule book. */
export const conflictRules: Rules = {
  'bar-company': barCompany,
  'bar-own-provider': barOwnProvider,
  'partner-of-owning-practice': partnerOfOwningPractice,
  'bar-this-case': barThisCase,
  'bar-ownership-chain': barOwnershipChain,
  'bar-subsidiary': barSubsidiary,
  'bar-family': barFamily,
  'bar-business-partner': barBusinessPartner,
  'bar-ended-tie': barEndedTie,
  'ineligible-proposer': ineligibleProposer,
  'staff-of-owning-practice': staffOfOwningPractice,
  'flag-employer-owns': flagEmployerOwns,
  'flag-same-group': flagSameGroup,
  'flag-close-interest': flagCloseInterest,
  'flag-host': flagHost,
  'flag-gift': flagGift,
  'flag-undeclared': flagUndeclared,
  'flag-small-ownership': flagSmallOwnership,
  'flag-paid-adviser': flagPaidAdviser,
  'flag-other': flagOther,
  'flag-unknown-organisation': flagUnknownOrganisation,
  'flag-similar-name': flagSimilarName,
}
