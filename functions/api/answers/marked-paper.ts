import { markedPaperSchema, observerPapers } from '../../../domain/marked-paper/marked-paper.ts'
import { blocksSchema } from '../../../domain/paper/paper.ts'
import * as z from '../../../domain/zod.ts'

export const markedPapersAnswer = z
  .object({
    papers: z.array(markedPaperSchema.omit({ by: true }).extend({ blocks: blocksSchema })),
    markable: z.array(z.enum(observerPapers)).meta({ description: 'What you could mark for observers now' }),
  })
  .meta({ id: 'MarkedPapers' })
export type MarkedPapers = z.infer<typeof markedPapersAnswer>
