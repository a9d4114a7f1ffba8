import { Facts } from '../../nhs/facts.tsx'
import { ListTable } from '../../nhs/list-table.tsx'
import { Mark } from '../../nhs/mark.tsx'
import { More } from '../../nhs/more.tsx'
import { at } from '../../time.ts'
import { type Names, peopleListed, personAlone } from '../people/names.ts'
import { DiscussForm } from './discuss-form.tsx'
import type { Matter, Moderation } from './moderation.ts'
import { words } from './words.ts'

interface MatterCardProps {
  caseId: string
  moderation: Moderation
  matter: Matter
  names: Names
  /** Whoever looks records what the panel agrees. */
  records: boolean
}

/** One criterion of one tender: who gave what and why, what came of it, and by how much that differs. */
export function MatterCard({ caseId, moderation, matter, names, records }: MatterCardProps) {
  const { organisationId, criterionId, title = '', given, agreed, notAgreed, undone, median } = matter
  const id = `${organisationId}-${criterionId}`
  const discussed = agreed ?? notAgreed
  const who = (ids: string[]) => peopleListed(names, ids)
  const onAgenda = moderation.meetings.findLast(({ agenda }) =>
    agenda.some((one) => one.organisationId === organisationId && one.criterionId === criterionId),
  )
  const form = { caseId, moderation, matter, names }
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{words.matter(names.place(organisationId), title)}</h3>
      <p>
        <Status matter={matter} /> {words.range(matter.lowest, matter.highest)}
      </p>
      {discussed && (
        <Facts
          facts={[
            [words.reason, discussed.reason],
            [words.tookPart, who(discussed.present)],
            discussed.correction === undefined ? undefined : [words.corrected, discussed.correction],
          ]}
        />
      )}
      {discussed?.corrected?.toReversed().map((before) => (
        <Before key={before.at} before={before} who={who} />
      ))}
      {undone && (
        <>
          <p>{words.undone}</p>
          <Facts
            facts={[
              'score' in undone ? [words.columns.score, String(undone.score)] : undefined,
              [words.reason, undone.reason],
              [words.tookPart, who(undone.present)],
            ]}
          />
        </>
      )}
      <ListTable
        caption={words.matter(names.place(organisationId), title)}
        rows={given}
        keyOf={({ member }) => member}
        columns={[
          { head: words.columns.member, cell: ({ member }) => personAlone(names, member) },
          { head: words.columns.score, cell: ({ score }) => score },
          { head: words.columns.reasons, cell: ({ rationale }) => rationale },
          ...(agreed || median !== undefined
            ? [{ head: words.columns.difference, cell: ({ difference }: (typeof given)[number]) => difference ?? '' }]
            : []),
        ]}
      />
      {records && matter.open && onAgenda && <DiscussForm {...form} meeting={onAgenda} />}
      {records && discussed && onAgenda && (
        <More key={discussed.at} title={words.correct.title}>
          <p>{words.correct.hint}</p>
          <DiscussForm {...form} meeting={onAgenda} recorded={discussed} />
        </More>
      )}
    </section>
  )
}

type Discussed = NonNullable<Matter['agreed'] | Matter['notAgreed']>

/** What was recorded before it was corrected. */
function Before({
  before,
  who,
}: {
  before: NonNullable<Discussed['corrected']>[number]
  who: (ids: string[]) => string
}) {
  return (
    <>
      <p>{words.before}</p>
      <Facts
        facts={[
          [words.columns.score, words.outcome(before.score)],
          [words.reason, before.reason],
          [words.tookPart, who(before.present)],
          [words.recorded, at(before.at)],
          before.correction === undefined ? undefined : [words.corrected, before.correction],
        ]}
      />
    </>
  )
}

function Status({ matter }: { matter: Matter }) {
  if (matter.agreed) return <Mark tone="good">{words.status.agreed(matter.agreed.score)}</Mark>
  if (matter.median !== undefined) return <Mark tone="quiet">{words.status.median(matter.median)}</Mark>
  if (matter.settled) return <Mark tone="quiet">{words.status.settled}</Mark>
  return <Mark tone="soon">{words.status.open}</Mark>
}
