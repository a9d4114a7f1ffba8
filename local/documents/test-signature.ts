import { readFile } from 'node:fs/promises'
import type { Malware } from '../../functions/runtime/deps.ts'
import { documentPath } from './document-path.ts'

/** The file that every scanner agrees to find (eicar.org), in two halves: whole, it would be found in this file. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

/**
 * One machine has no scanner, and says so of every document but the one that is there to try a scanner with.
 * @param folder of the documents
 */
export function testSignatureOnly(folder: string): Malware {
  return {
    async verdictOn(key) {
      const bytes = await readFile(documentPath(folder, key))
      return bytes.includes(eicar) ? 'found' : 'not looked for'
    },
  }
}
