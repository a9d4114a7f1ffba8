import { put } from '../../errands.ts'

export async function handler({ id, taskToken }: { id: string; taskToken: string }): Promise<void> {
  await put(id, 'TOKEN', { taskToken })
}
