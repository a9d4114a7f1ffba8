import type { Case, Stage } from '../case/case.ts'
import { forecast } from '../forecast/forecast.ts'
import { quotedHead } from '../tender/sealed-deeds.ts'
import { dayTold } from '../time/day.ts'
import { told } from '../time/deadline.ts'
import { type Instant, londonDate } from '../time/instant.ts'
import { spanOf } from './month.ts'
import { participation } from './participation.ts'
import type { Sections } from './report.ts'

const stageInWords: Record<Stage, string> = {
  submission: 'submission',
  nomination: 'nomination',
  'panel-formation': 'panel formation',
  specification: 'specification',
  tender: 'tender',
  evaluation: 'evaluation',
  decision: 'decision',
  'after-award': 'the stage after the award',
}

/** Cases that the public knows of: those that were accepted. */
const isPublic = ({ proposal }: Case): boolean => proposal.status === 'accepted'

const day = (at: Instant): string => dayTold(londonDate(at))

/** What was decided of a case: its award, which is then followed for years, or how it ended otherwise. */
function decisionsOf({ life }: Case): { decided: string; at: Instant }[] {
  const award = life.path.find(({ stage }) => stage === 'after-award')
  if (award) return [{ decided: 'awarded', at: award.entered }]
  return life.status === 'ended' ? [{ decided: life.outcome, at: life.endedAt }] : []
}

const lines = (found: string[], nothing: string): string => (found.length > 0 ? found.join('\n') : nothing)

/**
 * The monthly report as the record says it: what was decided, what moved on, what is open, what is due, how each practice took
 * part, and the head of each record (requirements §8, §9). The news are the editor's own.
 *
 * @param cases all that were open at some time of the month; those that are not public are left out
 * @param nameOf the name of a practice
 */
export function draftReport(
  { month, cases, at }: { month: string; cases: readonly Case[]; at: Instant },
  nameOf: (practiceId: string) => string,
): Sections {
  const { from, until } = spanOf(month)
  const within = (instant: Instant | undefined) => instant !== undefined && instant >= from && instant < until
  const shown = cases.filter(isPublic)
  const title = ({ proposal }: Case) => `“${proposal.form.title}”`
  const open = shown.filter(({ life }) => life.status !== 'ended')
  const nominating = shown.filter(({ life }) =>
    life.path.some(({ stage, entered }) => stage === 'nomination' && within(entered)),
  )
  return {
    news: '',
    decided: lines(
      shown.flatMap((one) =>
        decisionsOf(one)
          .filter(({ at }) => within(at))
          .map(({ decided, at }) => `${title(one)}: ${decided}, on ${day(at)}.`),
      ),
      'Nothing was decided this month.',
    ),
    'moved on': lines(
      shown
        .flatMap((one) =>
          one.life.path
            .slice(1)
            .filter(
              ({ entered }, index) =>
                within(entered) && one.life.path[index]?.stage !== one.life.path[index + 1]?.stage,
            )
            .map(({ stage, entered }) => ({ one, stage, entered })),
        )
        .sort((a, b) => (a.entered < b.entered ? -1 : 1))
        .map(({ one, stage, entered }) => `${title(one)} moved on to ${stageInWords[stage]} on ${day(entered)}.`),
      'No case moved on to another stage this month.',
    ),
    open: lines(
      open.map((one) => {
        const since = one.life.path.at(-1)?.entered
        const state = one.life.status === 'paused' ? 'paused' : `at ${stageInWords[one.life.stage]}`
        return `${title(one)}: ${state}${since ? `, since ${day(since)}` : ''}.`
      }),
      'No cases are open.',
    ),
    due: lines(
      open.flatMap((one) =>
        forecast(one, at).map(({ stage, endsBy }) => `${title(one)}: ${stageInWords[stage]} ends by ${told(endsBy)}.`),
      ),
      'Nothing is due.',
    ),
    participation: lines(
      participation(nominating).map(
        ({ practiceId, invited, nominated, declined, unanswered, asked, seats }) =>
          `${nameOf(practiceId)}: invited ${invited}, nominated in ${nominated}, declined ${declined}, did not answer ${unanswered}${asked > 0 ? `, still has time to answer ${asked}` : ''}; seats taken: ${seats}.`,
      ),
      'No practice was asked to nominate this month.',
    ),
    records: lines(
      shown.map((one) => `${title(one)}: ${quotedHead(one).hash}`),
      'There are no records yet.',
    ),
  }
}
