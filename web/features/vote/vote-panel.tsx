import type { CaseView } from '../../../functions/api/answers/case.ts'
import { Facts } from '../../nhs/facts.tsx'
import { CommandForm } from '../command-form/command-form.tsx'
import type { Names } from '../people/names.ts'
import { ruleInWords } from './rule-in-words.ts'
import { VoteResult, type VoteView } from './vote-result.tsx'
import { words } from './words.ts'

interface VotePanelProps {
  theCase: CaseView
  vote: VoteView
  names: Names
  /** The command that casts a ballot, and what can be chosen. */
  command: string
  choices: { value: string; name: string; hint?: string }[]
}

/** A vote of the panel: its rule, its form while it is open, one's own ballot, and every round that was counted. */
export function VotePanel({ theCase, vote, names, command, choices }: VotePanelProps) {
  const nameOf = (option: string) => choices.find(({ value }) => value === option)?.name ?? option
  return (
    <>
      <p>{ruleInWords(theCase.voting)}</p>
      {vote.status === 'open' && vote.members !== undefined && <p>{words.progress(vote.voted ?? 0, vote.members)}</p>}
      {vote.round === 2 && <p>{words.again}</p>}
      {vote.yours && (
        <Facts
          facts={[
            [words.yours, nameOf(vote.yours.option)],
            [words.reasons, vote.yours.reasons],
          ]}
        />
      )}
      {vote.status === 'open' && vote.round !== undefined && !vote.yours && theCase.may.includes(command) && (
        <CommandForm
          key={vote.round}
          caseId={theCase.caseId}
          name={command}
          about={String(vote.round)}
          also={{ round: vote.round }}
          fields={[
            {
              name: 'option',
              label: words.choose,
              hint: words.final,
              missing: words.missing.option,
              choices,
            },
            { name: 'reasons', label: words.reasons, hint: words.reasonsHint, missing: words.missing.reasons },
          ]}
          check={words.check}
          confirm={words.cast}
          done={words.done}
        />
      )}
      <VoteResult vote={vote} names={names} nameOf={nameOf} />
    </>
  )
}
