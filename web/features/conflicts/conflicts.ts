import type { viewConflicts } from '../../../domain/conflict/view.ts'

export type Conflicts = ReturnType<typeof viewConflicts>
export type Stands = Conflicts['standings'][number]
