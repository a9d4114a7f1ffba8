import { putBusinessCase } from '../../../domain/business-case/decide.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'put-the-business-case-to-the-approver',
  (theCase, { attempt }, circumstances) => putBusinessCase(theCase, { attempt }, circumstances),
  {
    verdict: ({ specification, businessCase }) =>
      specification?.status === 'approved' ? (businessCase?.status ?? 'put') : 'returned',
  },
)
