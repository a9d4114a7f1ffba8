import type { Organisation } from '../../locality/locality.ts'
import { digest } from '../../record/chain.ts'
import { interestsIn } from '../../register/declaration.ts'
import { organisationCalled, suggestions } from '../../register/names.ts'
import { organisationsIn } from '../matter.ts'
import { type Found, foundTie, inOneWord, type RelativeSeen, type Rule, type Seen, sourceOf } from '../rule.ts'
import { isStandIn } from '../stand-in.ts'
import { type Entered, type Tie, tiesInRegister } from '../ties.ts'
import { said, sourceInWords, strangeInWords } from '../words.ts'

/** A tender may name a partner that no organisation of the register goes by, and that is one of them all the same. */
export const flagSimilarName: Rule = {
  says: 'A tie to an organisation is looked at if its name is like one in a tender that matches no organisation exactly. So is one of a relative or business partner, and one that the register suggests.',
  applies: (seen) =>
    organisationsIn(seen.matter)
      .filter(isStandIn)
      .flatMap((named) => [...own(seen, named), ...seen.relatives.flatMap((one) => ofRelative(one, seen, named))]),
}

/** Ties to organisations of the register whose name is like it. */
function like(ties: Tie[], { name }: Organisation, { matter }: Seen): Tie[] {
  const known = organisationsIn(matter).filter((one) => !isStandIn(one))
  const alike = new Set(suggestions(name, known).map((one) => one.organisationId))
  return ties.filter(({ organisation }) => alike.has(organisation.id))
}

const inTender = ({ name }: Organisation): string => `, whose name is like “${name}”, which a tender names.`

function own(seen: Seen, named: Organisation): Found[] {
  return like([...seen.tiesOfLate, ...seen.suggested.tiesOfLate], named, seen).map((tie) => ({
    ...foundTie(tie, said(tie, inTender(named)), named.name),
    // Who tenders is not public.
    toThem: said(tie, ', whose name is like one that this case concerns.'),
  }))
}

/** Of theirs, what no organisation goes by is held against it, too: of the person's own, `flag-unknown-organisation` does that. */
function ofRelative({ kind, entry }: RelativeSeen, seen: Seen, named: Organisation): Found[] {
  const { person: relative, declaration, recorded } = entry
  const whose = `has ${inOneWord[kind]} who `
  const known = organisationsIn(seen.matter)
  const all: Entered[] = [...interestsIn(declaration), ...recorded]
  const strange = all
    .filter(({ organisationId }) => !organisationCalled(organisationId, known))
    .filter(({ organisationId }) => suggestions(organisationId, [named]).length > 0)
  const toThem = `Somebody whom you named as ${inOneWord[kind]} has an interest in an organisation whose name is like one that this case concerns.`
  return [
    ...like(tiesInRegister(entry, seen.matter), named, seen).map((tie) => ({
      ...foundTie(tie, said(tie, inTender(named), whose), `${relative} ${named.name}`),
      ...{ relative, toThem },
    })),
    ...strange.map((interest) => ({
      evidence: `${strangeInWords(interest, { whose })}${inTender(named)}${sourceInWords(interest)}`,
      fingerprint: digest({
        relative,
        kind: interest.kind,
        name: interest.organisationId,
        named: named.name,
        ...sourceOf(interest),
      }),
      ...{ relative, toThem },
    })),
  ]
}
