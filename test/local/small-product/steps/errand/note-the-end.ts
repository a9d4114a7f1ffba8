import { put } from '../../errands.ts'

export async function handler({ id }: { id: string }): Promise<{ id: string }> {
  await put(id, 'ENDED')
  return { id }
}
