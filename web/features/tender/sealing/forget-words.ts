import { holdsWords, namesOnly } from './draft.ts'
import { alterDraft, readDraft } from './draft-store.ts'

/** A tender that has closed cannot be replaced: what was written of it stays in no browser. */
export async function forgetWords(name: string): Promise<void> {
  const draft = await readDraft(name)
  if (draft && holdsWords(draft)) await alterDraft(name, namesOnly)
}
