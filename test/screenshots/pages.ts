import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { seenPanel } from '../../local/demo/panel-formation.ts'
import type { Play } from '../../local/demo/play.ts'
import { counselling, topics } from '../../local/sample/topics.ts'

/** A page to be pictured. */
export interface Pictured {
  /** What the picture is called. */
  name: string
  /** Who looks at it: their name; absent for the public. */
  by?: string | undefined
  path: string
  /** How much of it is pictured, in pixels; the whole page where it is shorter. */
  height?: number
  width?: number
  /** What is done on the page before. */
  after?(page: Page): Promise<unknown>
}

/** The main pages of the portal, each with a sample case that has come as far, seen by somebody whose page it is. */
export async function pictured(play: Play): Promise<Pictured[]> {
  const { rows } = await play.manager.get<{ rows: { caseId: string; title: string }[] }>('/api/board?limit=100')
  const about = (title: string) => rows.find((row) => row.title === title)?.caseId ?? ''
  const caseOf = (stage: keyof typeof topics) => `/cases/${about(topics[stage].title)}`
  const nameOf = (id: string | undefined) => play.people.find((person) => person.id === id)?.name
  const first = (role: Parameters<Play['having']>[0]) => play.having(role)[0]?.name
  const memberOf = async (stage: keyof typeof topics) => {
    play.caseId = about(topics[stage].title)
    return nameOf((await seenPanel(play)).members[0])
  }
  const [writer, scorer, voter] = await Promise.all([
    memberOf('specification'),
    memberOf('evaluation'),
    memberOf('decision'),
  ])
  const manager = first('programme-manager')
  const practice = play.having('practice').find(({ profession }) => profession === 'practice-manager')?.name
  const tender = about(topics.tender.title)
  const sent = await play.manager.get<{ reports: { month: string }[] }>('/api/reports')
  const reported = sent.reports[0]?.month ?? ''
  return [
    { name: 'public-home', path: '/' },
    { name: 'public-tender', path: `/tenders/${tender}` },
    { name: 'public-record', path: `/records/${about(counselling.title)}` },
    { name: 'public-reports', path: '/reports' },
    { name: 'public-report', path: `/reports/${reported}` },
    { name: 'public-record-narrow', path: `/records/${about(counselling.title)}`, width: 320 },
    { name: 'public-not-found', path: '/reports/2026-13' },
    { name: 'public-draw', path: `${caseOf('evaluation')}/draw` },
    { name: 'practice-home', by: practice, path: '/' },
    { name: 'practice-nominate', by: practice, path: `${caseOf('nomination')}/nominations` },
    { name: 'practice-nominate-narrow', by: practice, path: `${caseOf('nomination')}/nominations`, width: 320 },
    { name: 'member-specification', by: writer, path: `${caseOf('specification')}/specification` },
    { name: 'member-scoring', by: scorer, path: `${caseOf('evaluation')}/scoring` },
    { name: 'member-ranking', by: voter, path: `${caseOf('decision')}/ranking`, height: 2400 },
    { name: 'member-ranking-narrow', by: voter, path: `${caseOf('decision')}/ranking`, width: 320, height: 2400 },
    { name: 'member-moderation', by: voter, path: `${caseOf('decision')}/moderation` },
    { name: 'member-vote', by: voter, path: `${caseOf('decision')}/decision` },
    { name: 'manager-board', by: manager, path: '/board' },
    { name: 'manager-board-columns', by: manager, path: '/board?view=columns', width: 1600 },
    { name: 'manager-case', by: manager, path: caseOf('specification'), height: 3200 },
    { name: 'manager-conflicts', by: manager, path: `${caseOf('panel-formation')}/conflicts` },
    { name: 'manager-participation', by: manager, path: '/participation' },
    { name: 'manager-remind', by: manager, path: `${caseOf('specification')}/do/remind` },
    { name: 'manager-board-narrow', by: manager, path: '/board', width: 320 },
    { name: 'manager-board-empty', by: manager, path: '/board?search=nothing' },
    { name: 'deputy-home', by: first('deputy-programme-manager'), path: '/' },
    { name: 'provider-tender', by: first('provider'), path: `/tenders/${tender}/write` },
    { name: 'provider-letter', by: first('provider'), path: `/tenders/${about(counselling.title)}/outcome` },
    { name: 'provider-receipt', by: first('provider'), path: `/tenders/${about(topics.evaluation.title)}/receipt` },
    { name: 'approver-home', by: first('approver'), path: '/' },
    { name: 'auditor', by: first('auditor'), path: '/audit' },
    { name: 'auditor-narrow', by: first('auditor'), path: '/audit', width: 320 },
    { name: 'auditor-result', by: first('auditor'), path: '/audit', after: checkPack },
    { name: 'calendar', by: manager, path: '/calendar' },
  ]
}

/** An auditor takes the pack of a case, and has the page check it. */
async function checkPack(page: Page): Promise<void> {
  const [pack] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the pack' }).first().click(),
  ])
  const buffer = await readFile(await pack.path())
  await page
    .getByLabel('Your copy')
    .setInputFiles({ name: pack.suggestedFilename(), mimeType: 'application/zip', buffer })
  await page.getByRole('button', { name: 'Check this file' }).click()
  await page.getByText('complete and unchanged').waitFor()
}

/** The board of a locality with 40 cases, in every form. */
export function picturedBoards(play: Play): Pictured[] {
  const by = play.having('programme-manager')[0]?.name
  return [
    { name: 'manager-board-full', by, path: '/board', height: 3000 },
    { name: 'manager-board-full-columns', by, path: '/board?view=columns', width: 1600, height: 2000 },
    { name: 'manager-board-full-narrow', by, path: '/board', width: 320, height: 2000 },
  ]
}
