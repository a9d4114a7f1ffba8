import { panelMeetingSchema } from '../../../domain/meeting/meeting.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import * as z from '../../../domain/zod.ts'

export const meetingsAnswer = z
  .object({
    members: z.array(z.string()).meta({ description: 'Who can have been there' }),
    meetings: z.array(
      panelMeetingSchema.extend({
        endsAt: instantSchema,
        off: z.boolean().meta({ description: 'It does not take place: it was cancelled, or the case ended before' }),
      }),
    ),
    people: z.record(z.string(), z.string()).meta({ description: 'What the members are called' }),
  })
  .meta({ id: 'Meetings' })
export type Meetings = z.infer<typeof meetingsAnswer>
