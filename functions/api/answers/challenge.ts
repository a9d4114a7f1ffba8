import { challengesSchema } from '../../../domain/challenge/challenge.ts'
import * as z from '../../../domain/zod.ts'

export const challengesAnswer = z.object({ challenges: challengesSchema }).meta({ id: 'Challenges' })
