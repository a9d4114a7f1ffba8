import { expect, test } from 'vitest'
import type { Stage } from '../../../../domain/case/case.ts'
import type { WaitName } from '../../../../domain/wait/wait.ts'
import type { CaseView } from '../../../../functions/api/answers/case.ts'
import { pagesOf } from '../../../../web/features/case/pages-of.ts'

const entered = '2026-01-05T09:00:00.000Z'
const pages = (sees: string[], stages: Stage[], waiting?: WaitName) =>
  pagesOf({
    sees,
    life: { path: stages.map((stage, index) => ({ stage, attempt: index + 1, entered })) },
    wait: waiting && ({ name: waiting } as CaseView['wait']),
  })

test('a page of a case is offered from its stage on, to whoever may read it', () => {
  expect(pages(['view-panel'], ['submission'])).toEqual([])
  expect(pages(['view-panel'], ['submission', 'nomination'])).toEqual([
    '/cases/$caseId/nominations',
    '/cases/$caseId/panel',
  ])
  expect(pages(['view-marked-papers'], ['nomination'])).toEqual([])
  expect(pages(['view-marked-papers'], ['nomination', 'specification'])).toEqual(['/cases/$caseId/papers'])
})

test('how the panel goes on with fewer than two tenders is offered where it is asked, and not while tenders are taken', () => {
  const offered = (wait: WaitName) => pages(['view-few-tenders'], ['specification', 'tender'], wait)
  expect(offered('tenders')).toEqual(['/tenders/$caseId'])
  expect(offered('few tenders')).toEqual(['/cases/$caseId/few-tenders', '/tenders/$caseId'])
})
