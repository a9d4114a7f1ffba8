import type * as decide from '../../../domain/panel-draw/decide.ts'
import { type Draw, otherSources, procedures } from '../../../domain/panel-draw/draw.ts'
import { PUBLISHED_TERMS } from '../../../domain/panel-draw/fair-draw/terms.ts'
import { certificateOf, makeUp, published } from '../../../domain/panel-draw/view.ts'
import { hashSchema } from '../../../domain/record/chain.ts'
import { Refusal, refuseUnless } from '../../../domain/refusal.ts'
import * as z from '../../../domain/zod.ts'
import type { Deps } from '../../runtime/deps.ts'
import { audiences } from '../../store/audiences.ts'
import { readList } from '../../store/list-store.ts'
import { loadPractices } from '../../store/locality-store.ts'
import { acceptedCase } from '../accepted-case.ts'
import { authorise } from '../access.ts'
import { participationAnswer } from '../answers/list.ts'
import { drawCertificateAnswer, drawTermsAnswer, publicDrawsAnswer } from '../answers/panel.ts'
import type { Api } from '../api.ts'
import { practiceOf } from '../belonging.ts'
import { caseCommand } from '../command.ts'
import { numberAsked, numbered } from '../numbers.ts'
import { reason } from '../text.ts'
import { noQuery, pageQuery, programmeView, publicView } from '../view.ts'

/** With the curve on which drand signs: loaded when something is decided, not whenever the API starts. */
const decideDraw = async (...given: Parameters<typeof decide.decideDraw>) =>
  (await import('../../../domain/panel-draw/decide.ts')).decideDraw(...given)

const whichDraw = z.object({ draw: numberAsked.meta({ description: 'Its number' }) })

export function drawRoutes(app: Api): void {
  programmeView(app, {
    name: 'view-participation',
    path: '/api/participation',
    summary: 'What each practice did, case by case, newest first: nominated or not, and who of it sits on the panel',
    answer: participationAnswer,
    query: pageQuery,
    view: ({ known, deps, query }) => {
      authorise(known, 'view-participation')
      return readList(deps, known, audiences.participation, { ...query, newestFirst: true })
    },
  })
  caseCommand(app, {
    name: 'contribute-to-draw',
    summary:
      'Contribute a random number to the next draw: only its hash is sent, and the number is kept until it is revealed',
    body: z.strictObject({ commitment: hashSchema }),
    load: ['draws'],
    decide: (theCase, body, command) =>
      decideDraw(theCase, { type: 'ContributeToDraw', practiceId: practiceOf(command.person), ...body }, command),
  })
  caseCommand(app, {
    name: 'reveal-contribution',
    summary: 'Reveal the random number that your practice contributed to the draw',
    body: z.strictObject({ secret: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits') }),
    load: ['draws'],
    decide: (theCase, body, command) =>
      decideDraw(theCase, { type: 'RevealContribution', practiceId: practiceOf(command.person), ...body }, command),
  })
  caseCommand(app, {
    name: 'enter-public-numbers',
    summary: 'Enter the public numbers that the draw was bound to: they count once two people have entered the same',
    body: z.strictObject({ numbers: z.array(z.string().trim().min(1).max(1000)).min(1).max(10) }),
    load: ['draws'],
    decide: (theCase, body, command) => decideDraw(theCase, { type: 'EnterPublicNumbers', ...body }, command),
  })
  caseCommand(app, {
    name: 'bring-round',
    summary:
      'Bring the round of drand that a draw named: it verifies itself, and decides the draw for as long as the panel has not been drawn',
    body: z.strictObject({
      draw: numbered,
      beacon: z
        .string()
        .trim()
        .min(1, 'Enter what the page of the round shows')
        .max(2_000, 'This is longer than what the page of a round shows'),
    }),
    load: ['draws'],
    decide: (theCase, body, command) => decideDraw(theCase, { type: 'BringRound', ...body }, command),
  })
  caseCommand(app, {
    name: 'relax-constraints',
    summary: 'Choose which limits give way where no panel is possible, with a reason',
    body: z.strictObject({ choice: z.int().min(1).max(10), reason }),
    decide: (theCase, body, command) => decideDraw(theCase, { type: 'RelaxConstraints', ...body }, command),
  })
  caseCommand(app, {
    name: 'decide-procedure',
    summary: 'Decide how the case is decided where the bars leave too few for a panel, with reasons',
    body: z.strictObject({ how: z.enum(procedures), reasons: reason }),
    decide: (theCase, body, command) => decideDraw(theCase, { type: 'DecideProcedure', ...body }, command),
  })
  caseCommand(app, {
    name: 'change-randomness',
    summary: 'Take the randomness of draws from elsewhere where too few practices contributed in time, with a reason',
    body: z.strictObject({ to: z.enum(otherSources), reason }),
    decide: (theCase, body, command) => decideDraw(theCase, { type: 'ChangeRandomness', ...body }, command),
  })
  caseCommand(app, {
    name: 'give-up-numbers',
    summary: 'Give up a draw whose public numbers were never published, and of which nobody has a copy, with reasons',
    body: z.strictObject({ reasons: reason }),
    load: ['draws'],
    decide: (theCase, body, command) => decideDraw(theCase, { type: 'GiveUpNumbers', ...body }, command),
  })
  publicView(app, {
    name: 'public-draws',
    path: '/api/public/cases/{caseId}/draws',
    summary: 'Every draw of a case: what was committed to, the randomness, and what was drawn',
    answer: publicDrawsAnswer,
    query: noQuery,
    view: async ({ deps, caseId }) => {
      const theCase = await acceptedCase(deps, caseId, ['draws'])
      const { title } = theCase.proposal.form
      const draws = Object.values(theCase.draws ?? {}).map(published)
      const elsewhere = theCase.panel?.elsewhere
      const names = await namesOf(deps, draws)
      return { caseId, title, makeUp: makeUp(theCase), draws, names, ...(elsewhere && { elsewhere }) }
    },
  })
  publicView(app, {
    name: 'public-draw-terms',
    path: '/api/public/cases/{caseId}/draw-terms',
    summary:
      'What a draw was committed to, whole: pool, limits, chances, proof, every panel, and the source of randomness',
    answer: drawTermsAnswer,
    query: whichDraw,
    view: async ({ deps, caseId, query }) => {
      const { terms, status, commitment } = await publicDraw(deps, caseId, query.draw)
      return { format: PUBLISHED_TERMS, draw: terms.draw, status, commitment, terms }
    },
  })
  publicView(app, {
    name: 'public-draw-certificate',
    path: '/api/public/cases/{caseId}/draw-certificate',
    summary: 'The certificate with which anybody can recalculate a draw, offline: `npm run verify -- certificate.json`',
    answer: drawCertificateAnswer,
    query: whichDraw,
    view: async ({ deps, caseId, query }) => {
      const draw = await publicDraw(deps, caseId, query.draw)
      refuseUnless(
        draw.status === 'drawn',
        'NotFound',
        draw.status === 'committed'
          ? 'This draw is waiting for its randomness, so there is no certificate yet.'
          : 'This draw was abandoned, so it has no certificate.',
      )
      return certificateOf(draw)
    },
  })
}

/** Of the practices that contribute to the randomness. */
async function namesOf(deps: Deps, draws: ReturnType<typeof published>[]): Promise<Record<string, string>> {
  const contributing = new Set(
    draws.flatMap(({ source }) => (source.kind === 'commit-reveal' ? source.contributions.map(({ by }) => by) : [])),
  )
  if (contributing.size === 0) return {}
  const practices = await loadPractices(deps)
  return Object.fromEntries(practices.filter(({ id }) => contributing.has(id)).map(({ id, name }) => [id, name]))
}

async function publicDraw(deps: Deps, caseId: string, number: number): Promise<Draw> {
  const draw = (await acceptedCase(deps, caseId, ['draws'])).draws?.[number]
  if (!draw) throw new Refusal('NotFound', 'There is no draw with this number in this case.')
  return draw
}
