import { type ask, Problem } from '../../api.ts'
import { sendInParts, type Upload } from './send-in-parts.ts'
import { words } from './words.ts'

const MOST_BYTES = 25_000_000

export const uploadOf = (file: File): Upload => ({
  file,
  documentId: crypto.randomUUID().replaceAll('-', ''),
  parts: 0,
})

type Checked = { name: string } & Exclude<Awaited<ReturnType<typeof looked>>, { fault: string }>

/**
 * What each document is, before anything is sent.
 * @throws Problem that names everything wrong with any of them
 */
export async function checkAll(files: readonly File[]): Promise<Checked[]> {
  const faults: { pointer: string; detail: string }[] = []
  const checked: Checked[] = []
  for (const [index, file] of files.entries()) {
    const found = file.size > MOST_BYTES ? { fault: words.tooLarge } : await looked(file)
    if ('fault' in found)
      faults.push({ pointer: `/documents/${index}/name`, detail: words.fault(file.name, found.fault) })
    else checked.push({ name: file.name, ...found })
  }
  if (faults.length > 0) throw new Problem({ ...words.problem, status: 422, code: 'Invalid', faults })
  return checked
}

/** What tells a document from its bytes is large: it comes when there is one. */
async function looked(file: File) {
  const { checkFile } = await import('../tender/sealing/check-file.ts')
  return checkFile(file)
}

/**
 * Checks documents, and sends what has not arrived of them, one after the other. Returns what the command says of each.
 * @param path where their parts go
 * @param onSent hears of which how much has arrived, in per cent
 * @throws Problem
 */
export async function checkAndSend(
  asking: typeof ask,
  path: string,
  uploads: readonly Upload[],
  onSent: (name: string, percent: number) => void,
) {
  const checked = await checkAll(uploads.map(({ file }) => file))
  for (const going of uploads) await sendInParts(asking, path, going, (percent) => onSent(going.file.name, percent))
  return checked.map((one, index) => ({ id: uploads[index]?.documentId ?? '', ...one }))
}
