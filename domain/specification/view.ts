import type { Case } from '../case/case.ts'
import type { Viewer } from '../case/view.ts'
import { chair, votingMembers } from '../panel/panel.ts'
import { Refusal, refuseUnless } from '../refusal.ts'
import { viewVote } from '../vote/view.ts'
import { changesBetween } from './changes.ts'
import { checkContent } from './check-content.ts'
import { criteriaTemplate } from './criteria-template.ts'
import type { Version } from './specification.ts'
import { keyCriteria, priceFormulas, sections } from './template.ts'

/**
 * The specification: one version whole, every version by who wrote it and why, the comments, and the state of the vote.
 *
 * @param number which version to show whole; the last when absent
 */
export function viewSpecification(theCase: Case, { person }: Viewer, number?: number) {
  const { specification, versions = {}, comments = {}, panel, businessCase, tender } = theCase
  if (!specification) throw new Refusal('NotFound', 'The panel has not started to write a specification.')
  const shown = number ?? specification.latest
  const version = versions[shown]
  refuseUnless(version || number === undefined, 'NotFound', `There is no version ${shown} of this specification.`)
  return {
    status: specification.status,
    round: specification.round,
    latest: specification.latest,
    ...(specification.status === 'voting' && { putToVote: specification.version }),
    ...(specification.status === 'approved' && {
      approved: specification.version,
      ...(specification.change && { putToVote: specification.change.version }),
    }),
    /** Members can save versions now: before the approval, and of a published tender while it is open. */
    canWrite:
      specification.status === 'drafting' ||
      (tender?.status === 'open' && specification.status === 'approved' && !specification.change),
    ...(tender && 'terms' in tender && { published: tender.terms.specificationVersion }),
    template: { sections, criteria: criteriaTemplate, keyCriteria, priceFormulas },
    versions: inOrder(versions).map(({ content: _, ...about }) => about),
    ...(version && { version, ...checkContent(version.content) }),
    comments: Object.values(comments).sort((one, other) => one.number - other.number),
    ...(specification.vote && { vote: viewVote(specification.vote, votingMembers(panel), person.id) }),
    chair: chair(panel),
    ...(businessCase && { businessCase }),
  }
}

/** What changed from one version to another, readably. */
export function viewChanges({ versions = {} }: Case, from: number, to: number) {
  const [before, after] = [versionNumbered(versions, from), versionNumbered(versions, to)]
  return { from, to, reason: after.reason, changes: changesBetween(before.content, after.content) }
}

const inOrder = (versions: Record<string, Version>) =>
  Object.values(versions).sort((one, other) => one.number - other.number)

function versionNumbered(versions: Record<string, Version>, number: number): Version {
  const version = versions[number]
  refuseUnless(version, 'NotFound', `There is no version ${number} of this specification.`)
  return version
}
