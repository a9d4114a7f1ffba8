import { vacancies } from '../../../domain/panel/panel.ts'
import { attending } from '../step.ts'

export const handler = attending('attend-to-the-invitations', ['invitations'], {
  answered: ({ panel, ruleBook }) => ({ seats: vacancies(panel, ruleBook) > 0 ? 'vacant' : 'taken' }),
})
