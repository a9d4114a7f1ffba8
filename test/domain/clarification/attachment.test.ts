import { expect, test } from 'vitest'
import { type Attaching, publishedDocument, questionDocument } from '../../../domain/clarification/attachment.ts'
import { decideClarification } from '../../../domain/clarification/decide.ts'
import { answeredQuestions, viewQuestions } from '../../../domain/clarification/view.ts'
import type { Organisation } from '../../../domain/locality/locality.ts'
import { stepTender } from '../../../domain/tender/decide.ts'
import { by, caseIn, on, START } from '../case-in.ts'
import { following, refusal, refusedWith } from '../story.ts'
import { terms } from '../tender/terms.ts'

const organisations: Organisation[] = [
  { id: 'harbour', name: 'Harbour Care Ltd', kind: 'provider', aliases: ['Quayside'], owns: [], areas: [] },
  { id: 'meadow', name: 'Meadow', kind: 'provider', aliases: [], owns: [], areas: [] },
]
const actor = by('pia', 'provider')
const entered = caseIn('tender')
const keys = { keyName: 'k', publicKeys: { quality: 'q', price: 'p' } }
const open = following(
  entered,
  stepTender(entered, { type: 'PublishTender', attempt: 5, terms, ...keys }, on(START)),
  START,
)

const document = (digit: string, more: Partial<Attaching> = {}): Attaching => ({
  ...{ id: digit.repeat(32), name: 'Map.pdf', type: 'application/pdf', bytes: 9, sha256: digit.repeat(64) },
  ...{ documentKey: `at-${digit}`, text: 'Where is the car park?', authors: [] },
  ...more,
})
const ask = (theCase: typeof open, ...documents: Attaching[]) =>
  decideClarification(
    theCase,
    { type: 'AskQuestion', organisationId: 'harbour', text: 'Is this it?', documents, organisations },
    on(START, actor),
  )
const asked = following(open, ask(open, document('1', { name: 'Our map.pdf' })), START, actor)
const answer = (more: { documents?: Attaching[]; withDocuments?: boolean }) =>
  decideClarification(
    asked,
    { type: 'AnswerQuestion', id: 1, answer: 'It is.', organisations, ...more },
    on(START, by('pam', 'programme-manager')),
  )
const answered = (more: Parameters<typeof answer>[0]) => following(asked, answer(more), START)
const published = (theCase: typeof open) =>
  answeredQuestions(theCase.tender && 'questions' in theCase.tender ? theCase.tender.questions : [])

test('a document that tells who asks is refused, with what to do, and every fault at once', () => {
  const { code, faults } = refusal(() =>
    ask(
      open,
      document('1', { name: 'Quayside.pdf' }),
      document('2', { text: 'We at HARBOUR  care, ltd. would' }),
      document('3', { authors: ['Jo Brown'] }),
    ),
  )
  expect(code).toBe('Invalid')
  expect(faults.map(({ path }) => path)).toEqual([0, 1, 2].map((index) => ['documents', index, 'name']))
  expect(faults[0]?.message).toContain('“Quayside” is in “Quayside.pdf”')
  expect(faults[2]?.message).toContain('says that Jo Brown wrote it')
})

test('the names of other bidders in it tell nothing of who asks', () => {
  expect(ask(open, document('1', { text: 'Meadow' }))).toHaveLength(1)
})

test('before the answer nobody reads it but who answers, by a name of its own', () => {
  expect(refusedWith(() => publishedDocument(asked, '1'.repeat(32)))).toBe('NotFound')
  expect(questionDocument(asked, '1'.repeat(32))).toMatchObject({
    name: 'Document 1 of the question.pdf',
    documentKey: 'at-1',
  })
  const { questions } = viewQuestions(asked, { as: 'programme-manager' }, organisations)
  expect(questions[0]?.documents).toEqual([
    {
      id: '1'.repeat(32),
      name: 'Document 1 of the question.pdf',
      type: 'application/pdf',
      bytes: 9,
      sha256: '1'.repeat(64),
    },
  ])
})

test('the answer publishes its own documents, and those of the question only where it says so', () => {
  const alone = answered({ documents: [document('2')] })
  expect(published(alone)[0]?.documents.map(({ name }) => name)).toEqual(['Map.pdf'])
  expect(refusedWith(() => publishedDocument(alone, '1'.repeat(32)))).toBe('NotFound')
  const both = answered({ documents: [document('2')], withDocuments: true })
  expect(published(both)[0]?.documents.map(({ name }) => name)).toEqual(['Document 1 of the question.pdf', 'Map.pdf'])
  expect(publishedDocument(both, '1'.repeat(32)).documentKey).toBe('at-1')
  expect(JSON.stringify(published(both))).not.toMatch(/Our map|at-1|harbour/)
})

test('a document of the answer names no organisation unless it is meant, and may say who wrote it', () => {
  expect(refusedWith(() => answer({ documents: [document('2', { text: 'To Harbour Care Ltd' })] }))).toBe('Invalid')
  expect(refusedWith(() => answer({ documents: [document('2', { text: 'To Meadow' })] }))).toBe('Invalid')
  const meant = { documents: [document('2', { authors: ['Pam'], text: 'Meadow' })], namesMeant: true }
  expect(answer(meant)).toHaveLength(1)
})

test('no document takes the place of another', () => {
  expect(refusedWith(() => ask(asked, document('1')))).toBe('Invalid')
  expect(refusedWith(() => ask(open, document('1'), document('1')))).toBe('Invalid')
  expect(refusedWith(() => answer({ documents: [document('1')] }))).toBe('Invalid')
})
