import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readyToReadTenders } from '../../local/demo/evaluation.ts'
import { seenPanel } from '../../local/demo/panel-formation.ts'
import { loadProduct } from '../../local/product.ts'
import { keptOutput } from '../local/kept-output.ts'
import { writtenIn } from '../local/marker.ts'
import { expectAccessible, openBrowser, type Visit, visit } from '../web/browser.ts'
import { caseEntering } from './lived.ts'

/**
 * A provider tenders in a browser: fills in, attaches, loses the connection, goes on, submits, withdraws, replaces. Until the
 * deadline no word of it lies anywhere: it is looked for by a marker. Then the panel reads it. That nobody is told a word of it
 * either, whoever asks for whatever, is in `test/properties/sealed.test.ts`.
 */

const MARKER = 'KINGFISHER-41c9'
const patiently = { timeout: 60_000 }

/** Each request that the service received, as it came; what went to the storage lies on the disk, and is looked at there. */
const received: Buffer[] = []
const load = async () => {
  const product = await loadProduct()
  const fetch = async (request: Request) => {
    const head = `${request.method} ${request.url} ${JSON.stringify([...request.headers])}\n`
    received.push(Buffer.concat([Buffer.from(head), Buffer.from(await request.clone().arrayBuffer())]))
    return product.app.fetch(request)
  }
  return { ...product, app: { fetch } }
}
const output = keptOutput()
const { folder, locality, play } = await caseEntering('tender', { load })
let elsewhere: string
let browser: Browser
let bidder: { id: string; name: string; organisationId: string }
let members: string[]
let longFile: string

beforeAll(async () => {
  browser = await openBrowser()
  // Not in the folder that is searched: it is the bidder's own.
  elsewhere = await mkdtemp(join(tmpdir(), 'redesign-panels-bidder-'))
  longFile = join(elsewhere, `Model ${MARKER}.txt`)
  await writeFile(longFile, long)
  expect(await locality.portalBuilt()).toBeUndefined()
  ;({ members } = await seenPanel(play))
  const [one] = play.having('provider')
  bidder = { id: one?.id ?? '', name: one?.name ?? '', organisationId: one?.organisationId ?? '' }
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await rm(elsewhere, { recursive: true, force: true })
})

async function signedIn(name: string, path: string): Promise<Visit> {
  const visited = await visit(browser, locality.url)
  const { page } = visited
  await page.goto(path)
  await page.getByRole('button', { name: 'Sign in', exact: false }).last().click()
  await page.getByRole('button', { name }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  return visited
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

/** A text of two sealed parts, with the marker at its end. */
const long = Buffer.concat([Buffer.alloc(9 * 1024 * 1024, 'All of our service model. '), Buffer.from(MARKER)])
const pdf = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
% ${MARKER}
trailer<</Root 1 0 R>>
%%EOF`)

describe('a provider, in a browser', () => {
  let visited: Visit

  test('finds the open tender, and what it asks for', async () => {
    visited = await signedIn(bidder.name, '/tenders')
    const { page } = visited
    await page.getByRole('link', { name: play.topic.title }).click()
    await heading(page, 'What is asked for').waitFor()
    await page.getByText('Your organisation has not submitted a tender.').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Write your tender' }).click()
    await heading(page, 'Write your tender').waitFor()
    await page.getByRole('button', { name: 'Check before you submit' }).waitFor()
    await expectAccessible(page)
  })

  test('is told everything that is missing at once, and of a price that is none', async () => {
    const { page } = visited
    await page.getByLabel('Price of the whole contract').fill('0')
    await page.getByRole('button', { name: 'Check before you submit' }).click()
    const summary = page.getByRole('alert')
    await summary.getByRole('link', { name: 'Enter the price in pounds, above 0' }).waitFor()
    expect(await summary.getByRole('link').count()).toBe(6)
    await expectAccessible(page)
  })

  test('is told what is wrong with a document before anything is sent', async () => {
    const { page } = visited
    const sentTo = () => received.filter((request) => !request.subarray(0, 4).equals(Buffer.from('GET '))).length
    const before = sentTo()
    await page.getByLabel('Documents for the quality envelope').setInputFiles([
      { name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
      {
        name: 'locked.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.7\ntrailer << /Encrypt 5 0 R >>'),
      },
      { name: 'tool.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\x90\0\x03\0\0\0') },
      { name: 'words.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Only words.') },
    ])
    await page.getByText('It is empty').waitFor()
    await page.getByText('It is protected with a password').waitFor()
    await page.getByText('Use one of: PDF').waitFor()
    await page.getByText('but its content is plain text').waitFor()
    expect(sentTo()).toBe(before)
    for (const name of ['empty.pdf', 'locked.pdf', 'tool.pdf', 'words.pdf'])
      await page.getByRole('button', { name: `Remove “${name}”` }).click()
  })

  test('refuses 101 MB without reading it through', async () => {
    const { page } = visited
    // Made in the page: what is handed over from here may be no larger than 50 MB.
    await page.evaluate(`{
      const field = document.getElementById('price-documents')
      const files = new DataTransfer()
      files.items.add(new File([new Uint8Array(101_000_000).fill(97)], 'huge.txt'))
      field.files = files.files
      field.dispatchEvent(new Event('change', { bubbles: true }))
    }`)
    await page.getByText('It is larger than 100 MB').waitFor()
    await page.getByRole('button', { name: 'Remove “huge.txt”' }).click()
  })

  test('attaches documents, loses the connection in the middle, and goes on where it was', async () => {
    const { page } = visited
    for (const label of await page.getByLabel(/^Answer “/).all()) await label.fill(`We do it. ${MARKER}`)
    await page.getByLabel('This answer is commercially confidential').first().check()
    await page.getByRole('button', { name: 'Add an organisation' }).click()
    await page.getByLabel('Organisation 1').fill('Fernhill Counselling')
    await page.getByLabel('Price of the whole contract').fill('1,180,000.50')
    const put: string[] = []
    page.on('requestfinished', async (request) => {
      const [, part] = /\/local\/uploads\/.*\/(\d+)-/.exec(request.url()) ?? []
      if (part === undefined) return
      put.push(part)
    })
    // The second part never arrives while the connection is lost, however fast the machine is.
    let lost = true
    await page.route(/\/local\/uploads\/.*\/1-/, async (route) => {
      if (!lost) return route.continue()
      await page.context().setOffline(true)
      return route.abort('internetdisconnected')
    })
    await page.getByLabel('Documents for the quality envelope').setInputFiles(longFile)
    await page.getByText(/^The connection was lost after 1 of 2 parts\./).waitFor({ timeout: 60_000 })
    lost = false
    await page.context().setOffline(false)
    await page.getByText('Sealed and uploaded').waitFor({ timeout: 60_000 })
    // What had arrived was not sent again.
    expect(put.toSorted()).toEqual(['0', '1'])
    const summary = Buffer.from(`In short: ${MARKER}`)
    await page
      .getByLabel('Documents for the quality envelope')
      .setInputFiles([{ name: 'Summary.txt', mimeType: 'text/plain', buffer: summary }])
    await page
      .getByLabel('Documents for the price envelope')
      .setInputFiles([{ name: 'Costs.pdf', mimeType: 'application/pdf', buffer: pdf }])
    await expect.poll(() => page.getByText('Sealed and uploaded').count(), patiently).toBe(3)
    await page.getByLabel('“Costs.pdf” is commercially confidential').check()
    await page.getByLabel('“Summary.txt” is commercially confidential').check()
    await page.getByRole('button', { name: 'Check before you submit' }).click()
    await page.getByRole('link', { name: 'Choose the answers that “Summary.txt” belongs to' }).waitFor()
    await expectAccessible(page)
    await page
      .getByRole('group', { name: 'Which answers does “Summary.txt” belong to?' })
      .getByRole('checkbox')
      .first()
      .check()
    await expectAccessible(page)
  }, 240_000)

  test('finds the draft again after leaving the page, as every tab has it, and submits it', async () => {
    const { page } = visited
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.getByLabel('Organisation 1').fill('Fernhill Counselling Ltd')
    await expect.poll(() => page.getByLabel('Organisation 1').inputValue(), patiently).toBe('Fernhill Counselling Ltd')
    await page
      .getByLabel(/^Answer “/)
      .first()
      .fill(`Days of work. ${MARKER}`)
    await page.getByRole('link', { name: 'Back to the tender' }).click()
    await page.getByRole('link', { name: 'Write your tender' }).click()
    const written = /Days of work/
    await expect
      .poll(
        () =>
          page
            .getByLabel(/^Answer “/)
            .first()
            .inputValue(),
        patiently,
      )
      .toMatch(written)
    await expect
      .poll(
        () =>
          other
            .getByLabel(/^Answer “/)
            .first()
            .inputValue(),
        patiently,
      )
      .toMatch(written)
    await other.close()
    await page.reload()
    expect(await page.getByLabel('Organisation 1').inputValue()).toBe('Fernhill Counselling Ltd')
    await expect.poll(() => page.getByText('Sealed and uploaded').count(), patiently).toBe(3)
    await page.getByRole('button', { name: 'Check before you submit' }).click()
    await heading(page, 'Check your tender before you submit it').waitFor()
    await page.getByText('Fernhill Counselling Ltd (Subcontractor)').waitFor()
    await page.getByText(/^Costs\.pdf \(.*commercially confidential\)$/).waitFor()
    await page.getByText(/^Summary\.txt \(.*commercially confidential, belongs to “.+”\)$/).waitFor()
    await expectAccessible(page)
    await page.goBack()
    expect(await page.getByLabel('Organisation 1').inputValue()).toBe('Fernhill Counselling Ltd')
    await page.goForward()
    await page.getByRole('button', { name: 'Seal and submit' }).click()
    await heading(page, 'Receipt of your tender').waitFor()
    const own = await play
      .as(bidder.id)
      .get<{ tender: { quality: { sha256: string } }; head: { hash: string } }>(`/api/cases/${play.caseId}/tender`)
    await page.getByText(own.tender.quality.sha256).waitFor()
    await page.getByText(own.head.hash).waitFor()
    await page.getByText(`Model ${MARKER}.txt`).waitFor()
    await expectAccessible(page)
  })

  test('has colleagues who see, on another computer, that a tender stands and whose it is', async () => {
    const colleague = play
      .having('provider')
      .find(({ id, organisationId }) => organisationId === bidder.organisationId && id !== bidder.id)
    const { page, troubles } = await signedIn(colleague?.name ?? '', `/tenders/${play.caseId}/write`)
    await heading(page, 'Replace your tender').waitFor()
    await page.getByText(`${bidder.name} submitted it on`).waitFor()
    await page.getByText(`This form is empty because what stands was written by ${bidder.name}`).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'See the receipt of what stands' }).click()
    await page.getByText(bidder.name, { exact: true }).waitFor()
    expect(troubles).toEqual([])
    await page.context().close()
  })

  test('withdraws after being asked once more, and submits again', async () => {
    const { page, troubles } = visited
    await page.getByRole('link', { name: 'Back to the tender' }).click()
    await page.getByRole('link', { name: 'Withdraw your tender' }).click()
    await page.getByText('You submitted it on').waitFor()
    await page.getByRole('button', { name: 'Withdraw the tender' }).click()
    await page.getByText('Your tender was withdrawn.').waitFor()
    await page.getByText('You withdrew your organisation’s tender on').waitFor()
    for (const again of ['Write your tender', 'Replace your tender']) {
      await page.getByRole('link', { name: again }).click()
      await heading(page, again).waitFor()
      await page.getByRole('button', { name: 'Check before you submit' }).click()
      await page.getByRole('button', { name: 'Seal and submit' }).click()
      await heading(page, 'Receipt of your tender').waitFor()
      await page.getByRole('link', { name: 'Back to the tender' }).click()
    }
    expect(troubles.filter((trouble) => !trouble.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  })
})

describe('until the deadline nobody reads it', () => {
  test('in any request that the service received', () => {
    expect(received.some((request) => request.includes('"wrappedKey"'))).toBe(true)
    for (const request of received) expect(writtenIn(request, MARKER)).toBeUndefined()
  })

  test('anywhere on disk: the table, the documents, the workflows’ history, the mail', async () => {
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile())
    expect(files.some(({ parentPath }) => parentPath.includes('sealed-tenders'))).toBe(true)
    for (const { parentPath, name } of files)
      expect(writtenIn(await readFile(join(parentPath, name)), MARKER), name).toBeUndefined()
  })

  test('in the logs, at their most talkative', () => {
    expect(output()).toContain('"level":"INFO"')
    expect(output()).not.toContain(MARKER)
  })
})

describe('after the deadline the panel reads it', () => {
  test('and whoever was until lately of somebody whom it names is locked out from the opening on, before the panel chooses', async () => {
    const standings = async () =>
      (
        await play.manager.get<{ standings: { person: string; status: string }[] }>(
          `/api/cases/${play.caseId}/conflicts`,
        )
      ).standings
    const nominees = (await standings()).filter(
      ({ person, status }) => !members.includes(person) && status === 'clear' && person !== play.manager.personId,
    )
    const { person } = nominees.find((one) => play.having('practice').some(({ id }) => id === one.person)) ?? {}
    if (person === undefined) throw new Error('Everybody sits, or has a conflict.')
    // Only the tender names it.
    const endedOn = (await play.now()).slice(0, 10)
    const interests = [{ organisationId: 'Fernhill Counselling Ltd', kind: 'employee', endedOn }]
    const declaration = { kind: 'interests', interests }
    await play.as(person).post('/api/register/declare-interests', { declaration })
    await play.settled()
    const standing = async () => (await standings()).find((one) => one.person === person)?.status
    expect(await standing()).toBe('flagged')
    const { wait } = await play.see()
    await play.moveTo(new Date(Date.parse(wait?.dueAt ?? '') + 5_000).toISOString())
    expect((await play.settled()).wait?.name).toBe('few tenders')
    expect(await standing()).toBe('barred')
    await expect(play.as(person).get(`/api/cases/${play.caseId}`)).rejects.toMatchObject({ status: 404 })
  })

  test('with its documents, in the page; nobody else does', async () => {
    const { members: present, chair = '' } = await seenPanel(play)
    const proceed = { choice: 'proceed', reasons: 'One is enough to judge.', present }
    await play.command(chair, 'decide-on-few-tenders', proceed)
    await readyToReadTenders(play)
    const member = play.people.find(({ id }) => id === members[0])
    const opened = `/cases/${play.caseId}/tenders/${bidder.organisationId}`
    const { page, troubles } = await signedIn(member?.name ?? '', opened)
    await page.getByText('Fernhill Counselling Ltd (Subcontractor)').waitFor()
    await page.getByRole('button', { name: 'Read “Summary.txt”' }).click()
    await page.locator('pre').waitFor()
    expect(await page.locator('pre').textContent()).toBe(`In short: ${MARKER}`)
    await page.getByRole('button', { name: `Save “Model ${MARKER}.txt”` }).click()
    await page.getByRole('link', { name: `Save “Model ${MARKER}.txt”` }).waitFor()
    expect(await page.getByText('Costs.pdf').count()).toBe(0)
    expect(troubles).toEqual([])
    for (const person of [play.manager, play.approver, play.auditor, play.as(bidder.id)])
      await expect(person.get(`/api/cases/${play.caseId}/opened-tender?of=${bidder.organisationId}`)).rejects.toThrow()
    // The steps that opened it say that they ran, and nothing of what they read.
    expect(output()).toContain('"message":"step"')
    expect(output()).not.toContain(MARKER)
  }, 240_000)
})
