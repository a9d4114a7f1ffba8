import { createHash, randomUUID } from 'node:crypto'
import type { Client } from './client.ts'

/** A text that goes with a question, an answer or a representation, sent in one part; returns what the command says of it. */
export async function attach(
  sender: Client,
  caseId: string,
  name: string,
  text: string,
  to: 'clarification' | 'representation' = 'clarification',
) {
  const id = randomUUID().replaceAll('-', '')
  const bytes = Buffer.from(text)
  const part = { documentId: id, part: 0, content: bytes.toString('base64') }
  await sender.post(`/api/cases/${caseId}/${to}-parts`, part)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { id, name, type: 'text/plain', bytes: bytes.length, sha256 }
}
