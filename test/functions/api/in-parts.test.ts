import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { onError } from '../../../functions/api/errors.ts'
import { inParts, PART_BYTES } from '../../../functions/api/in-parts.ts'
import { asLambdaAnswers } from '../../../local/lambda-answer.ts'
import { whole } from '../../../web/features/paper/whole.ts'

const pack = randomBytes(PART_BYTES + 1024 * 1024)
const record = { events: ['é'.repeat(1000)] }
let grown = 0

const app = new Hono()
app.onError(onError)
app.get('/*', inParts)
app.get('/pack.zip', () => sent(pack))
app.get('/growing.zip', () => {
  grown += 1
  return sent(Buffer.concat([pack, Buffer.alloc(grown)]))
})
app.get('/record', (c) => c.json(record, 200, { etag: '"7"' }))
app.get('/slow.zip', () => sent(new ReadableStream({ pull: (controller) => controller.enqueue(pack.subarray(0, 10)) })))

const sent = (body: Buffer<ArrayBuffer> | ReadableStream) =>
  new Response(body, { headers: { 'content-type': 'application/zip', 'content-disposition': 'attachment' } })

/** As Lambda gives it, with so many milliseconds left. */
const asked = async (path: string, left = 25_000) =>
  asLambdaAnswers(await app.request(path, {}, { lambdaContext: { getRemainingTimeInMillis: () => left } }))

/** As a browser asks. */
const askBytes = async (path: string) => {
  const answer = await asked(path)
  const { headers } = answer
  return {
    bytes: await answer.arrayBuffer(),
    parts: Number(headers.get('x-parts')),
    digest: headers.get('repr-digest'),
  }
}

test('what Lambda would not answer with comes in parts that it does, and is put together to the same bytes', async () => {
  await expect(asLambdaAnswers(sent(pack))).rejects.toThrow('Lambda would not answer')
  const parts = await whole(askBytes, '/pack.zip')
  expect(parts).toHaveLength(2)
  expect(Buffer.concat(parts.map((part) => Buffer.from(part))).equals(pack)).toBe(true)
})

test('asked for at once, or for a part there is not, it is refused in words', async () => {
  const answer = await asked('/pack.zip')
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([422, null])
  expect(await answer.json()).toMatchObject({ detail: expect.stringMatching(/\?part=0 to \?part=1/) })
  expect((await asked('/pack.zip?part=2')).status).toBe(404)
  expect((await asked('/pack.zip?part=x')).status).toBe(422)
})

test('what fits is as it was, whether a part is asked for or not', async () => {
  for (const path of ['/record', '/record?part=0']) {
    const answer = await asked(path)
    expect([answer.status, answer.headers.get('etag'), answer.headers.get('x-parts')]).toEqual([200, '"7"', '1'])
    expect([answer.headers.get('content-type'), await answer.json()]).toEqual(['application/json', record])
  }
})

test('what changes from one part to the next is not put together', async () => {
  await expect(whole(askBytes, '/growing.zip')).rejects.toMatchObject({ code: 'Changed' })
})

test('what takes longer than Lambda gives is refused in words while there is time', async () => {
  const answer = await asked('/slow.zip', 2_000)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json'])
  expect(await answer.json()).toMatchObject({ code: 'Busy', detail: expect.stringContaining('takes longer') })
})
