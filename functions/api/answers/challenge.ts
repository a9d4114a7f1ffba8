import { z } from '@hono/zod-openapi'
import { challengesSchema } from '../../../domain/challenge/challenge.ts'

export const challengesAnswer = z.looseObject({ challenges: challengesSchema }).openapi('Challenges')
