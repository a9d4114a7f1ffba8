import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { votingMembers } from '../../../domain/panel/panel.ts'
import type { Interest } from '../../../domain/register/declaration.ts'
import { closeDeclarations } from '../../../domain/renewal/decide.ts'
import { namedInTenders, unknownInTenders } from '../../../domain/tender/named.ts'
import { members, on, START } from '../case-in.ts'
import { following, types } from '../story.ts'
import { matter, opened, renewed, step, stepped, tendered, verdict } from './scored.ts'

describe('conflicts are checked against the actual bidders (requirements §4)', () => {
  const declaring = (theCase: Case, interests: Record<string, Interest>): Case => {
    const { nomination } = theCase
    if (!nomination) throw new Error('There is a nomination.')
    const nominees = Object.fromEntries(
      Object.entries(nomination.nominees).map(([person, nominee]) => {
        const interest = interests[person]
        return [
          person,
          nominee.status === 'accepted' && interest
            ? { ...nominee, declaration: { kind: 'interests' as const, interests: [interest] } }
            : nominee,
        ]
      }),
    )
    return { ...theCase, nomination: { ...nomination, nominees } }
  }
  const interest = (organisationId: string, kind: Interest['kind']): Interest => ({ organisationId, kind, detail: '' })

  test('a director of a bidder is excluded, on the record, and no longer counts', () => {
    const theCase = declaring(tendered(), { ben: interest('harbour', 'director') })
    const named = namedInTenders(theCase.tender, [])
    const events = step(theCase, { type: 'CheckBidders', attempt: 6, matter: matter(theCase, named) })
    expect(types(events)).toEqual(['ConflictsChecked', 'MemberExcluded', 'BiddersChecked', 'WaitOpened'])
    expect(votingMembers(following(theCase, events, START).panel)).not.toContain('ben')
  })

  test('so is one of a partner that a tender names by an alias only', () => {
    const partner = { ...opened(), partners: [{ name: 'BROOK', as: 'subcontractor' as const }] }
    const theCase = declaring(tendered({ harbour: partner }), { cat: interest('brook', 'employee') })
    const named = namedInTenders(theCase.tender, [...matter(theCase).organisations.values()])
    expect(named).toEqual([
      { organisationId: 'harbour', as: 'bidder' },
      { organisationId: 'brook', as: 'subcontractor' },
    ])
    const events = step(theCase, { type: 'CheckBidders', attempt: 6, matter: matter(theCase, named) })
    expect(types(events)).toContain('MemberExcluded')
  })

  test.each(['no-such-id', 'meadow'])('an identifier %s beside a partner’s name hides nobody', (organisationId) => {
    const partners = [{ name: 'Brook & Sons', as: 'subcontractor' as const, organisationId }]
    const theCase = declaring(tendered({ harbour: { ...opened(), partners } }), { cat: interest('brook', 'director') })
    const organisations = [...matter(theCase).organisations.values()]
    const named = namedInTenders(theCase.tender, organisations)
    const known = organisationId === 'meadow' ? [{ organisationId, as: 'subcontractor' }] : []
    const brook = { organisationId: 'brook', as: 'subcontractor' }
    expect(named).toEqual([{ organisationId: 'harbour', as: 'bidder' }, brook, ...known])
    const events = step(theCase, { type: 'CheckBidders', attempt: 6, matter: matter(theCase, named) })
    expect(types(events)).toContain('MemberExcluded')
    // A name that no organisation goes by is looked at as that, whatever stands beside it.
    const strange = tendered({
      harbour: { ...opened(), partners: [{ ...partners[0], name: 'Zenith', as: 'partner' }] },
    })
    expect(unknownInTenders(strange.tender, organisations)).toEqual([{ name: 'Zenith', as: 'partner' }])
  })

  test('paid advice to a bidder is flagged, and waits for a ruling', () => {
    const theCase = declaring(tendered(), { dan: interest('meadow', 'paid-adviser') })
    const events = step(theCase, {
      type: 'CheckBidders',
      attempt: 6,
      matter: matter(theCase, namedInTenders(theCase.tender, [])),
    })
    expect(types(events)).toEqual(['ConflictsChecked', 'BiddersChecked', 'WaitOpened'])
    const declared = renewed(following(theCase, events, START))
    const closed = following(declared, closeDeclarations(declared, { attempt: 6 }, on(START)), START)
    expect(verdict(closed, START)).toBe('waiting')
  })

  test('below the quorum the scoring opens escalated', () => {
    const barred = Object.fromEntries(members.slice(0, 3).map((member) => [member, interest('harbour', 'partner')]))
    const theCase = declaring(tendered(), barred)
    const checked = stepped(theCase, {
      type: 'CheckBidders',
      attempt: 6,
      matter: matter(theCase, namedInTenders(theCase.tender, [])),
    })
    const events = step(stepped(checked, { type: 'CheckCompliance', attempt: 6, matter: matter(checked) }), {
      type: 'OpenScoring',
      attempt: 6,
    })
    expect(types(events)).toEqual(['ScoringOpened', 'WaitOpened', 'Escalated'])
  })
})
