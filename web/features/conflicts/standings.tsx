import { capital } from '../../capital.ts'
import { useNames } from '../people/use-names.ts'
import type { Conflicts, Stands } from './conflicts.ts'
import { type Open, RulingForm } from './ruling-form.tsx'
import { words } from './words.ts'

/** What waits for a ruling. */
const openIn = (standing: Stands): Open[] =>
  'findings' in standing
    ? standing.findings.flatMap(({ reading, evidence }) => (reading === undefined ? [] : [{ reading, evidence }]))
    : []

/** Who waits for a ruling first, then who is barred, then the others. */
const order: Stands['status'][] = ['flagged', 'barred', 'ineligible', 'managed', 'cleared', 'clear']

/** How everybody stands, with the evidence in words; a flagged one can be ruled on here. */
export function Standings({
  caseId,
  conflicts,
  mayRule,
  onRuled,
}: {
  caseId: string
  conflicts: Conflicts
  mayRule: boolean
  onRuled(): void
}) {
  const names = useNames()
  const standings = [...conflicts.standings].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
  if (standings.length === 0) return <p>{words.nobody}</p>
  return (
    <>
      {standings.map((standing) => (
        <section key={standing.person} aria-labelledby={`of-${standing.person}`}>
          <h2 id={`of-${standing.person}`} className="nhsuk-heading-s nhsuk-u-margin-bottom-1">
            {capital(names.party({ kind: 'person', id: standing.person }))}: {words.status[standing.status]}
          </h2>
          <Evidence standing={standing} conflicts={conflicts} />
          {mayRule && openIn(standing).length > 0 && (
            <RulingForm
              caseId={caseId}
              person={standing.person}
              open={openIn(standing)}
              skills={conflicts.skills}
              onDone={onRuled}
            />
          )}
        </section>
      ))}
    </>
  )
}

function Evidence({ standing, conflicts }: { standing: Stands; conflicts: Conflicts }) {
  const says = new Map(conflicts.rules.map((rule) => [rule.id, rule.says]))
  const names = useNames()
  const named = (id: string) => names.party({ kind: 'person', id })
  const ruling = 'reasons' in standing ? standing : 'ruling' in standing ? standing.ruling : undefined
  return (
    <>
      {'findings' in standing && (
        <ul>
          {standing.findings.map(({ rule, evidence, fingerprint, enteredBy, ruled }) => (
            <li key={`${rule} ${fingerprint ?? evidence}`}>
              {evidence} <span className="nhsuk-u-secondary-text-colour">{words.rule(says.get(rule) ?? '', rule)}</span>
              {enteredBy !== undefined && ` ${words.enteredBy(named(enteredBy))}`}
              {standing.status === 'flagged' && ruled && ` ${words.ruledBefore(ruled)}`}
            </li>
          ))}
        </ul>
      )}
      {ruling && <p>{words.ruled(ruling.reasons, named(ruling.by))}</p>}
      {'mitigation' in standing && <p>{words.mitigation(standing.mitigation)}</p>}
      {'soleExpertIn' in standing && standing.soleExpertIn && <p>{words.soleExpert(standing.soleExpertIn)}</p>}
    </>
  )
}
