import { committing } from '../committing.ts'

export const handler = committing('commit-to-the-draw', 'substitution')
