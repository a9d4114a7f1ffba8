import type { viewModeration } from '../../../domain/evaluation/view-moderation.ts'

export type Moderation = ReturnType<typeof viewModeration> & { names: Record<string, string> }
export type Matter = Moderation['matters'][number]
