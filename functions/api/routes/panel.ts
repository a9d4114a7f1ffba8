import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { decidePanel } from '../../../domain/panel/decide.ts'
import { published, viewPanel } from '../../../domain/panel/view.ts'
import { require } from '../../../domain/refusal.ts'
import { loadCase } from '../../store/case-store.ts'
import { panelAnswer, publicDrawsAnswer } from '../answers/panel.ts'
import { caseCommand } from '../command.ts'
import type { SignedIn } from '../sign-in.ts'
import { idSchema, nothing, reason } from '../text.ts'
import { caseView, noQuery, publicView } from '../view.ts'

export function panelRoutes(app: OpenAPIHono<SignedIn>): void {
  caseCommand(app, {
    name: 'accept-seat',
    summary: 'Accept your seat on the panel',
    body: nothing,
    decide: (theCase, _, { person }) => decidePanel(theCase, { type: 'AcceptSeat', person: person.id }),
  })
  caseCommand(app, {
    name: 'decline-seat',
    summary: 'Decline your seat on the panel: it goes to a substitute',
    body: z.strictObject({ reason: reason.optional() }),
    decide: (theCase, body, { person }) =>
      decidePanel(theCase, {
        type: 'DeclineSeat',
        person: person.id,
        ...(body.reason !== undefined && { reason: body.reason }),
      }),
  })
  caseCommand(app, {
    name: 'vote-for-chair',
    summary: 'Vote for the member who is to chair the panel',
    body: z.strictObject({ candidate: idSchema, round: z.int().min(1).max(2) }),
    decide: (theCase, body, { person }) => decidePanel(theCase, { type: 'VoteForChair', person: person.id, ...body }),
  })
  caseView(app, {
    name: 'view-panel',
    path: '/panel',
    summary: 'The panel: its constraints, its draws with their certificates, your own seat and chance',
    answer: panelAnswer,
    query: noQuery,
    load: ['draws'],
    view: (theCase, seen) => viewPanel(theCase, seen),
  })
  publicView(app, {
    name: 'public-draws',
    path: '/api/public/cases/{caseId}/draws',
    summary: 'Every draw of a case: what was committed to, and the certificate with which anybody recomputes it',
    answer: publicDrawsAnswer,
    query: noQuery,
    view: async ({ deps, caseId }) => {
      const { draws = {}, proposal } = await loadCase(deps, caseId, { also: ['draws'] })
      require(proposal.status === 'accepted', 'NotFound', 'There is no such case.')
      return { caseId, draws: Object.values(draws).map(published) }
    },
  })
}
