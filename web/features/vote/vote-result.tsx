import type { viewVote } from '../../../domain/vote/view.ts'
import { capital } from '../../capital.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { More } from '../../nhs/more.tsx'
import { type Names, personName } from '../people/names.ts'
import { words } from './words.ts'

export type VoteView = ReturnType<typeof viewVote>

interface VoteResultProps {
  vote: VoteView
  names: Names
  nameOf(option: string): string
}

/** The rounds that have been counted: how many for what, and for members whose vote was which, with the reasons. */
export function VoteResult({ vote, names, nameOf }: VoteResultProps) {
  return vote.rounds.map(({ tally, tookPart, countedAt, ballots }, index) => {
    const last = index === vote.rounds.length - 1
    const { result } = vote
    const said =
      !last || !result
        ? words.tied
        : result.kind === 'carried'
          ? words.carried(nameOf(result.option))
          : words.notCarried
    const rows = [...Object.entries(tally.votes), [words.abstentions, tally.abstentions] as const]
    return (
      <section key={countedAt} aria-label={words.round(index + 1)}>
        <h3>{words.round(index + 1)}</h3>
        <p>
          <strong>{said}</strong> {words.took(tookPart, tally.members)}
        </p>
        <ListTable
          caption={words.tally}
          columns={[
            { head: words.columns.option, cell: ([option]) => nameOf(option) },
            { head: words.columns.votes, cell: ([, count]) => String(count) },
          ]}
          rows={rows}
          keyOf={([option]) => option}
        />
        {ballots && (
          <More title={words.ballots}>
            <ListTable
              caption={words.ballots}
              columns={[
                { head: words.ballot.member, cell: ([person]) => capital(personName(names, person)) },
                { head: words.ballot.vote, cell: ([, { option }]) => nameOf(option) },
                { head: words.ballot.reasons, cell: ([, { reasons }]) => reasons },
              ]}
              rows={Object.entries(ballots)}
              keyOf={([person]) => person}
            />
          </More>
        )}
      </section>
    )
  })
}
