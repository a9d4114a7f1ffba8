import { expect, test } from 'vitest'
import { mostContent } from '../../../../domain/tender/envelope.ts'
import { type Draft, emptyDraft, holdsWords, namesOnly } from '../../../../web/features/tender/sealing/draft.ts'
import { faultsOf } from '../../../../web/features/tender/sealing/sealed-tender.ts'
import { words } from '../../../../web/features/tender/words.ts'

/** Answers in a script of three bytes a letter. */
const long = (letters: number[]): Draft => ({
  ...emptyDraft,
  price: '100',
  answers: Object.fromEntries(letters.map((length, place) => [`c${place}`, '診'.repeat(length)])),
})
const criteria = Array.from({ length: 14 }, (_, place) => ({ id: `c${place}`, title: `Criterion ${place}` }))
const faultsIn = (draft: Draft) => faultsOf(draft, { criteria }, words.write.faults)

test('answers that are too long together are told before they are sealed, at the longest of them', () => {
  const letters = criteria.map((_, place) => (place === 5 ? 20_000 : 19_000))
  expect(letters.reduce((sum, some) => sum + some * 3, 0)).toBeGreaterThan(mostContent('quality'))
  expect(faultsIn(long(letters))).toEqual([
    { fieldId: 'answer-c5', detail: expect.stringMatching(/^Shorten .* 107% /) },
  ])
  expect(faultsIn(long(criteria.map(() => 17_000)))).toEqual([])
})

test('a confidential document of the quality envelope says to which answers it belongs', () => {
  const one = (key: string, how: object) => ({ key, file: new File(['x'], `${key}.txt`), chunks: [], ...how }) as never
  const documents = {
    quality: [
      one('open', { confidential: false }),
      one('rotas', { confidential: true }),
      one('map', { confidential: true, criteria: ['c1'] }),
    ],
    price: [one('costs', { confidential: true })],
  }
  const faults = faultsIn({ ...long([5]), documents })
  expect(faults.filter(({ fieldId }) => fieldId.startsWith('belongs-'))).toEqual([
    { fieldId: 'belongs-rotas', detail: expect.stringContaining('rotas.txt') },
  ])
})

test('of a tender that has closed only the names of its documents stay in the browser', () => {
  const document = { key: 'k', file: new File(['secret'], 'Model.txt'), confidential: true, chunks: [] }
  const draft = { ...long([5]), documents: { quality: [document], price: [] } }
  const left = namesOnly(draft)
  expect([holdsWords(draft), holdsWords(left), holdsWords(emptyDraft)]).toEqual([true, false, false])
  expect(left.documents.quality.map(({ file }) => [file.name, file.size])).toEqual([['Model.txt', 0]])
})
