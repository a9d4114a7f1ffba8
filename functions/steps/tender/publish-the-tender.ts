import { stepTender } from '../../../domain/tender/decide.ts'
import { publishedTerms } from '../../../domain/tender/terms.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'publish-the-tender',
  async (theCase, { attempt }, circumstances, deps) => {
    const keyName = `${theCase.id}-${theCase.tender?.round ?? 1}`
    const publicKeys = await deps.tenderKeys.make(keyName)
    return stepTender(
      theCase,
      { type: 'PublishTender', attempt, terms: publishedTerms(theCase), keyName, publicKeys },
      circumstances,
    )
  },
  { load: ['versions'] },
)
