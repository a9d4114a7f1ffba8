import { ApiError } from '../api-error.ts'
import { limits } from '../limits.ts'
import type { MachineRow } from '../store/machine-store.ts'
import { Input } from './input.ts'
import type { Desk, Operation } from './operation.ts'

export const listTagsForResource: Operation = (input, desk) => {
  const row = taggedMachine(desk, input)
  const tags = JSON.parse(row.tags) as Record<string, string>
  return { tags: Object.entries(tags).map(([key, value]) => ({ key, value })) }
}

export const tagResource: Operation = (input, desk) => {
  const row = taggedMachine(desk, input)
  const tags = { ...(JSON.parse(row.tags) as Record<string, string>), ...tagsIn(input) }
  desk.machines.putMachine({ ...row, tags: JSON.stringify(allowedTags(tags)) })
  return {}
}

export const untagResource: Operation = (input, desk) => {
  const row = taggedMachine(desk, input)
  const gone = new Set(input.list('tagKeys'))
  const tags = Object.entries(JSON.parse(row.tags) as Record<string, string>).filter(([key]) => !gone.has(key))
  desk.machines.putMachine({ ...row, tags: JSON.stringify(Object.fromEntries(tags)) })
  return {}
}

function taggedMachine(desk: Desk, input: Input): MachineRow {
  const own = input.text('resourceArn', { most: 256 })
  const row = desk.machines.machine(own)
  if (!row) throw new ApiError('ResourceNotFound', `Resource not found: '${own}'`, { resourceName: own })
  return row
}

/** @throws ApiError `TooManyTags` */
export function allowedTags(tags: Record<string, string>): Record<string, string> {
  if (Object.keys(tags).length <= limits.tags) return tags
  throw new ApiError('TooManyTags', `A resource has at most ${limits.tags} tags`)
}

export function tagsIn(input: Input): Record<string, string> {
  const tags = (input.list('tags') ?? []).map((tag) => new Input(tag))
  return Object.fromEntries(
    tags.map((tag) => [tag.text('key', { most: 128 }), tag.optionalText('value', { least: 0, most: 256 }) ?? '']),
  )
}
