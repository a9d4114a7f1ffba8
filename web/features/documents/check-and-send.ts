import type { ask } from '../../api.ts'
import { sendInParts, type Upload } from './send-in-parts.ts'
import { words } from './words.ts'

const MOST_BYTES = 25_000_000

export const uploadOf = (file: File): Upload => ({
  file,
  documentId: crypto.randomUUID().replaceAll('-', ''),
  parts: 0,
})

/**
 * Checks a document, and sends what has not arrived of it. Returns what the command says of it.
 * @param path where its parts go
 * @param onSent hears how much of it has arrived, in per cent
 * @throws Error that says what is wrong with it; Problem
 */
export async function checkAndSend(asking: typeof ask, path: string, going: Upload, onSent: (percent: number) => void) {
  const { file, documentId } = going
  if (file.size > MOST_BYTES) throw new Error(words.tooLarge)
  // What tells a document from its bytes is large: it comes when there is one.
  const { checkFile } = await import('../tender/sealing/check-file.ts')
  const checked = await checkFile(file)
  if ('fault' in checked) throw new Error(`${checked.fault}.`)
  await sendInParts(asking, path, going, onSent)
  return { id: documentId, name: file.name, ...checked }
}
