import type { Case } from '../case/case.ts'
import { chair } from '../panel/panel.ts'
import { type Fault, Refusal, refuseUnless } from '../refusal.ts'
import { changesBetween } from './changes.ts'
import { type Content, missingFrom } from './content.ts'
import type { Specification, SpecificationEvent } from './specification.ts'

export interface SaveVersion {
  type: 'SaveVersion'
  /** The version that was read and changed; 0 before the first. */
  basedOn: number
  content: Content
  reason: string
  person: string
}

export interface PutToVote {
  type: 'PutToVote'
  version: number
  person: string
}

/** The next version. @throws Refusal `Stale` with what changed since it was read, `AlreadyDone` when it says nothing new */
export function saveVersion(
  { versions = {} }: Case,
  { latest }: Specification,
  { basedOn, content, reason, person }: SaveVersion,
): SpecificationEvent[] {
  const [read, last] = [versions[basedOn]?.content, versions[latest]?.content]
  if (basedOn !== latest) throw stale(basedOn, latest, read, last)
  if (last && changesBetween(last, content).length === 0)
    throw new Refusal('AlreadyDone', `This is the same as version ${latest}. Nothing was changed.`)
  return [{ type: 'VersionSaved', data: { number: latest + 1, content, reason, person } }]
}

/** The chair puts the last version, complete. @throws Refusal `Invalid` with everything that is missing */
export function mustBeReadyToVote(
  { panel, versions = {} }: Case,
  { latest }: Specification,
  { version, person }: PutToVote,
): void {
  refuseUnless(chair(panel) === person, 'NotAllowed', "Only the panel's chair can put a version to the vote.")
  refuseUnless(latest > 0, 'TooEarly', 'There is no version to vote on yet.')
  refuseUnless(
    version === latest,
    'Stale',
    `The latest version is version ${latest}, not version ${version}. Put that one to the vote.`,
  )
  const content = versions[version]?.content
  const missing = content ? missingFrom(content) : []
  if (missing.length > 0)
    throw new Refusal('Invalid', `Version ${version} is not complete, so it cannot be voted on.`, missing)
}

/** A stale edit is refused with what changed. */
function stale(basedOn: number, latest: number, read: Content | undefined, last: Content | undefined): Refusal {
  const faults: Fault[] =
    last && read
      ? changesBetween(read, last).map(({ path, what }) => ({
          path: ['content', ...path],
          message: `Changed since: ${what}`,
        }))
      : []
  return new Refusal(
    'Stale',
    latest === 0
      ? 'There is no version yet to change.'
      : `You changed version ${basedOn}, but the latest version is version ${latest}. Read what changed, and make your change to that version.`,
    faults,
  )
}
