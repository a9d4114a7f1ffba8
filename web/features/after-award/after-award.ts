import type { viewAfterAward } from '../../../domain/after-award/view.ts'

export type AfterAwardView = ReturnType<typeof viewAfterAward>
