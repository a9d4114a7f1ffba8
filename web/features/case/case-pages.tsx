import { Link } from '@tanstack/react-router'
import type { Capacity } from '../../../domain/case/capacity.ts'
import type { Stage } from '../../../domain/case/case.ts'
import type { WaitName } from '../../../domain/wait/wait.ts'
import type { CaseView } from '../../api.ts'
import { words } from './words.ts'

const readers: Capacity[] = [
  'panel-member',
  'chair',
  'programme-manager',
  'deputy-programme-manager',
  'approver',
  'auditor',
]

interface CasePage {
  to: '/cases/$caseId/scoring' | '/cases/$caseId/moderation' | '/cases/$caseId/ranking'
  /** Who has something to read there, and from which stage on. */
  who: Capacity[]
  from: Stage
  /** The wait that is answered there. */
  answers?: WaitName
}

const pages: CasePage[] = [
  { to: '/cases/$caseId/scoring', who: ['panel-member', 'chair'], from: 'evaluation', answers: 'scores' },
  { to: '/cases/$caseId/moderation', who: ['panel-member', 'chair'], from: 'evaluation', answers: 'moderation' },
  { to: '/cases/$caseId/ranking', who: readers, from: 'decision' },
]

export const pageOf = (wait: WaitName): CasePage | undefined => pages.find(({ answers }) => answers === wait)

/** The pages of a case that this person reads or works on; the one that waits for them first and largest. */
export function CasePages({ theCase, asked }: { theCase: CaseView; asked: boolean }) {
  const entered = theCase.life.path.map(({ stage }) => stage)
  const theirs = pages.filter(({ who, from }) => who.includes(theCase.as) && entered.includes(from))
  if (theirs.length === 0) return null
  return (
    <div className="nhsuk-button-group">
      {theirs.map(({ to, answers }) => (
        <Link
          key={to}
          to={to}
          params={{ caseId: theCase.caseId }}
          className={`nhsuk-button ${asked && answers === theCase.wait?.name ? '' : 'nhsuk-button--small nhsuk-button--secondary'}`}
        >
          {words.pages[to]}
        </Link>
      ))}
    </div>
  )
}
