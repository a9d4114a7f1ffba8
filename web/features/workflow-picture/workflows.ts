import type { Stage } from '../../../domain/case/case.ts'
import { type Asl, type Picture, pictureOf } from '../../../workflows/pictures/picture.ts'

const files = import.meta.glob<Asl>('../../../workflows/*.asl.json', { eager: true, import: 'default' })

/** The picture of every stage that has a workflow, from the files that run it. */
export const pictures: Partial<Record<Stage, Picture>> = Object.fromEntries(
  Object.entries(files).map(([file, asl]) => [file.replace(/^.*\/|\.asl\.json$/g, ''), pictureOf(asl)]),
)
