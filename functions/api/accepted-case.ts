import type { Deps } from '../runtime/deps.ts'
import { lookAtCase } from '../store/approach-store.ts'
import type { Loaded } from '../store/case-store.ts'
import type { KeyedNoun } from '../store/nouns.ts'
import { noSuchCase } from './access.ts'

/** A case for everybody: there is none before its proposal is accepted. @throws Refusal `NotFound` */
export async function acceptedCase(deps: Deps, caseId: string, also: KeyedNoun[] = []): Promise<Loaded> {
  const theCase = await lookAtCase(deps, caseId, also)
  if (theCase.proposal.status !== 'accepted') throw noSuchCase()
  return theCase
}
