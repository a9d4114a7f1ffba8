import { type Part, Problem } from '../../api.ts'
import { words } from './words.ts'

/** All of a file, put together from its parts where it comes in parts. @throws Problem also where it changed in between */
export async function whole(ask: (path: string) => Promise<Part>, path: string): Promise<ArrayBuffer[]> {
  const part = (number: number) => ask(`${path}${path.includes('?') ? '&' : '?'}part=${number}`)
  const first = await part(0)
  const bytes = [first.bytes]
  for (let number = 1; number < first.parts; number += 1) {
    const next = await part(number)
    if (next.digest !== first.digest) throw new Problem({ ...words.changed, status: 409, code: 'Changed' })
    bytes.push(next.bytes)
  }
  return bytes
}
