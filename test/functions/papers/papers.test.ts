import { describe, expect, test } from 'vitest'
import { facts, heading, list, type Paper, table, words } from '../../../domain/paper/paper.ts'
import { typefaces } from '../../../functions/papers/fonts.ts'
import { htmlOf } from '../../../functions/papers/html.ts'
import { keptPdfOf } from '../../../functions/papers/kept-pdf.ts'
import { pdfOf as pdfIn } from '../../../functions/papers/pdf.ts'

const paper: Paper = {
  title: 'Your tender: Cŵn & “counselling” − ½',
  about: 'To <Harbour>',
  blocks: [
    heading('Marks'),
    words('First line.\nSecond line.'),
    facts([
      ['Place', '2 of 4'],
      ['Left out', undefined],
    ]),
    ...list(['One', 'Two']),
    ...table('Scores', ['Criterion', 'Points'], [['Access', '12.50']]),
    ...table('Nothing', ['Criterion'], []),
  ],
  head: { hash: 'ab'.repeat(32) },
}
const AT = '2026-01-05T09:00:00.000Z'
const pdfOf = (of: Paper, at: string) => pdfIn(of, at, typefaces())
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** What the PDF's structure tree is made of: the tags of its elements. */
const tags = (pdf: string) => [...pdf.matchAll(/\/S \/(\w+)/g)].map(([, tag]) => tag)

describe('a paper as PDF', () => {
  test('is the same bytes whenever it is made, and others for other words', async () => {
    const [one, other, third] = await Promise.all([
      pdfOf(paper, AT),
      pdfOf(paper, AT),
      pdfOf({ ...paper, about: 'x' }, AT),
    ])
    expect(latin(one) === latin(other)).toBe(true)
    expect(latin(one) === latin(third)).toBe(false)
  })

  test('that everybody may ask for is made once, until others were asked for since', async () => {
    const kept = (about: string) => keptPdfOf({ ...paper, about }, AT, typefaces())
    const first = await kept('To everybody')
    expect(await kept('To everybody')).toBe(first)
    expect(latin(first)).toBe(latin(await pdfOf({ ...paper, about: 'To everybody' }, AT)))
    for (let other = 0; other < 8; other += 1) await kept(`To ${other}`)
    expect(await kept('To everybody')).not.toBe(first)
  })

  test('tells a screen reader its language, its title and what each part is', async () => {
    const pdf = latin(await pdfOf(paper, AT))
    expect(pdf).toContain('/Lang (en-GB)')
    expect(pdf).toContain('/DisplayDocTitle true')
    expect(pdf).toContain('/Marked true')
    for (const tag of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD'])
      expect(tags(pdf), tag).toContain(tag)
  })

  test('keeps the head of a table with its first row, wherever it falls on a page', async () => {
    const blocks = Array.from({ length: 60 }, (_, place) => [
      ...Array.from({ length: place % 7 }, () => words('A line.')),
      ...table('Scores', ['Criterion'], [['Access']]),
    ]).flat()
    const pdf = latin(await pdfOf({ ...paper, blocks }, AT))
    const pages = [...pdf.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body = '']) => body)
    const count = (page: string, tag: string) => page.split(`/${tag} <<`).length - 1
    expect(pages.map((page) => count(page, 'TH')).filter(Boolean).length).toBeGreaterThan(3)
    for (const page of pages) expect(count(page, 'TH')).toBe(count(page, 'TD'))
  })

  test('goes over many pages, each numbered', async () => {
    const long = { ...paper, blocks: Array.from({ length: 120 }, () => words('A reason of some length. '.repeat(8))) }
    const pdf = latin(await pdfOf(long, AT))
    const pages = Number(/\/Type \/Pages\s+\/Count (\d+)/.exec(pdf)?.[1])
    expect(pages).toBeGreaterThan(5)
    const streams = [...pdf.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body = '']) =>
      Buffer.from(body, 'latin1'),
    )
    const shown = streams.map((body) => body.toString('latin1'))
    expect(shown.filter((content) => content.includes('/Artifact'))).toHaveLength(pages)
  })
})

/** The numbers of the glyphs that are set, as each typeface counts those that it is embedded with; 0 is the box for what it lacks. */
const glyphs = (pdf: string) =>
  [...pdf.matchAll(/\[((?:<[0-9a-f]*>|[^<\]])*)\] TJ/g)].flatMap(([, set = '']) =>
    [...set.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []),
  )
/** A paper that says this at every kind of place. */
const saying = (text: string): Paper => ({
  ...{ title: text, about: text, head: paper.head },
  blocks: [
    heading(text),
    words(text),
    facts([[text, text]]),
    ...list([text]),
    ...table(
      text,
      [text, 'Points'],
      [
        [text, '12 ≥ 3'],
        ['Access', '1'],
      ],
    ),
  ],
})

describe('a name in any letters', () => {
  test('of the typeface itself is set in it alone', async () => {
    const pdf = latin(await pdfOf(saying('Cŵn Łódź čřž ≤ ½'), AT))
    expect(pdf).not.toContain('NotoSans')
    expect(glyphs(pdf).length).toBeGreaterThan(100)
    expect(glyphs(pdf)).not.toContain('0000')
  })

  test.each([
    ['Greek', 'Υγεία της Αθήνας'],
    ['Cyrillic', 'Служба «Здоровье» №1'],
    ['Vietnamese', 'Nguyễn Thị Đặng'],
    ['Latin with dots', 'Ṭūsī and Ẹ́kọ́'],
    ['with signs beside it', 'Жук → 5 ≥ 3'],
  ])('in %s is set in the wider typeface, and no letter of it is a box', async (_, name) => {
    const pdf = latin(await pdfOf(saying(name), AT))
    expect(pdf).toContain('NotoSans')
    expect(glyphs(pdf)).not.toContain('0000')
    expect(latin(await pdfOf(saying(name), AT)) === pdf).toBe(true)
  })

  test.each([
    ['Arabic', 'شركة الصحة'],
    ['Hebrew', 'חברת בריאות'],
    ['Devanagari', 'स्वास्थ्य सेवा'],
    ['Gurmukhi', 'ਸਿਹਤ ਸੇਵਾ'],
    ['Bengali', 'স্বাস্থ্য সেবা'],
    ['Chinese', '健康 服务'],
    ['no letters at all', '🙂👩‍⚕️'],
  ])('in %s is said not to be shown, once, instead of boxes', async (_, name) => {
    const pdf = latin(await pdfOf(saying(`${name} Ltd`), AT))
    expect(glyphs(pdf)).not.toContain('0000')
    const said = latin(await pdfOf(saying('[not shown here: see the page] Ltd'), AT))
    expect(glyphs(pdf)).toHaveLength(glyphs(said).length)
  })
})

describe('a paper as a page', () => {
  test('says the same, and what is written in it stays text', () => {
    const page = htmlOf(paper)
    expect(page).toContain('<h1>Your tender: Cŵn &amp; “counselling” − ½</h1>')
    expect(page).toContain('To &lt;Harbour&gt;')
    expect(page).toContain('<p>First line.</p>\n<p>Second line.</p>')
    expect(page).toContain('<dt>Place</dt><dd>2 of 4</dd></dl>')
    expect(page).toContain('<th scope="col">Criterion</th><th scope="col">Points</th>')
    expect(page).not.toContain('Nothing')
    expect(page).toContain('while its fingerprint was abab')
  })
})
