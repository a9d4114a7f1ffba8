import type { CaseEvent } from '../../../domain/case/event.ts'

/** Events that each add an entry to the case: a challenge to one of its nouns, a comment to a noun that is kept entry by entry. */
export const challenged = (id: number): CaseEvent => ({
  type: 'ChallengeMade',
  data: { id, practiceId: 'ashlarke', text: 'We were not asked.', dueAt: '2026-02-02T09:00:00.000Z' },
})
export const commented = (number: number): CaseEvent => ({
  type: 'CommentMade',
  data: { number, version: 1, section: 'purpose', text: 'Say for whom.', person: 'ann' },
})
