import { askForChair } from '../../../domain/panel/choose-chair.ts'
import { vacancies } from '../../../domain/panel/panel.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'ask-the-panel-for-its-chair',
  (theCase, { attempt }, circumstances) => askForChair(theCase, { attempt }, circumstances),
  { verdict: ({ panel, ruleBook }) => (vacancies(panel, ruleBook) > 0 ? 'vacant' : 'taken') },
)
