import type { Case } from '../../../domain/case/case.ts'
import { openFlags } from '../../../domain/conflict/evolve.ts'
import { readingOf } from '../../../domain/conflict/reading.ts'

/** What somebody who looks at the case now reads of a person's open flags. */
export function readIn({ conflicts }: Pick<Case, 'conflicts'>, person: string): string[] {
  const standing = conflicts?.standings[person]
  return standing ? openFlags(standing).map(readingOf) : []
}
