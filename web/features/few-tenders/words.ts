import type { FewTendersChoice } from '../../../domain/tender/few-tenders-choice.ts'

const choices: Record<FewTendersChoice, string> = {
  proceed: 'Continue with the one tender',
  're-tender': 'Ask for tenders again',
  'change the specification': 'Change the specification first',
  'no award': 'Make no award: the panel then votes on it, and the approver confirms',
}

export const words = {
  title: 'Fewer than two tenders were received',
  intro: (tenders: number) =>
    tenders === 0
      ? 'Nobody tendered. The panel chooses how to continue, and the chair records its choice.'
      : 'One provider tendered, so there is nothing to compare it with. The panel chooses how to continue, and the chair records its choice.',
  several: 'Two or more tenders were received: there is nothing to choose here.',
  choices,
  choice: 'What the panel chose',
  reasons: 'The panel’s reasons',
  reasonsHint: 'They go on the record.',
  present: 'Who took part',
  confirm: 'Record the choice',
  noChoice: 'Choose what the panel chose',
  noReasons: 'Give the panel’s reasons',
  nobody: 'Choose who took part',
  chosen: 'The panel chose',
} as const
