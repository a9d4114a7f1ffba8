import { concatBytes } from '@noble/hashes/utils.js'
import PDFDocument from 'pdfkit'
import { type Block, type Paper, quoted } from '../../domain/paper/paper.ts'
import { type Showing, showing } from './showing.ts'
import type { Typefaces } from './typefaces.ts'

type Pdf = InstanceType<typeof PDFDocument>
type Structure = ReturnType<Pdf['struct']>

const sizes = { title: 20, 2: 15, 3: 12.5, text: 10.5, small: 8.5 }
const GREY = '#4c6272'
const MARGIN = 56

/**
 * A paper as a tagged PDF (headings, paragraphs, lists and tables are told to screen readers), in a typeface that is embedded. The
 * same paper is the same bytes whenever and wherever it is made, in a browser, too: it is dated by what it says, and it is not
 * compressed, which no two libraries do alike.
 * @param madeAt an instant
 */
export async function pdfOf(paper: Paper, madeAt: string, typefaces: Typefaces): Promise<Uint8Array<ArrayBuffer>> {
  const date = new Date(madeAt)
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    font: '',
    pdfVersion: '1.7',
    compress: false,
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: paper.title,
      Subject: paper.about,
      Creator: 'Redesign Panels',
      Producer: 'Redesign Panels',
      CreationDate: date,
      ModDate: date,
    },
  })
  const bytes = collected(pdf)
  const shown = await showing(pdf, paper, typefaces)
  const to = { pdf, shown }
  const whole = pdf.struct('Document')
  pdf.addStructure(whole)
  said(to, whole, 'P', paper.about, { size: sizes.small, colour: GREY })
  said(to, whole, 'H1', paper.title, { font: 'bold', size: sizes.title, after: 10 })
  for (const block of paper.blocks) draw(to, whole, block)
  said(to, whole, 'P', quoted(paper.head), { size: sizes.small, colour: GREY, before: 14 })
  whole.end()
  numberPages(pdf)
  pdf.end()
  return bytes
}

function collected(pdf: Pdf): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    pdf.on('end', () => resolve(new Uint8Array(concatBytes(...chunks))))
    pdf.on('error', reject)
  })
}

interface Setting {
  pdf: Pdf
  shown: Showing
}

interface Look {
  font?: 'regular' | 'bold'
  size?: number
  colour?: string
  before?: number
  after?: number
  indent?: number
}

/** Text with its tag, from the left margin. */
function said({ pdf, shown }: Setting, into: Structure, tag: string, text: string, look: Look = {}): void {
  const { font = 'regular', size = sizes.text, colour = 'black', before = 0, after = 5, indent = 0 } = look
  into.add(
    pdf.struct(tag, {}, () => {
      const left = MARGIN + indent
      const set = shown(text, font)
      pdf.font(set.font).fontSize(size).fillColor(colour)
      if (before > 0) pdf.y += before
      pdf.text(set.text, left, pdf.y, { width: pdf.page.width - MARGIN - left, lineGap: 1.5 })
      pdf.y += after
    }),
  )
}

function draw(to: Setting, into: Structure, block: Block): void {
  const { pdf } = to
  switch (block.kind) {
    case 'heading':
      // A heading does not stand alone at the foot of a page.
      if (pdf.y > pdf.page.height - MARGIN - 70) pdf.addPage()
      said(to, into, `H${block.level}`, block.text, { font: 'bold', size: sizes[block.level], before: 8 })
      break
    case 'words':
      said(to, into, 'P', block.text)
      break
    case 'link':
      said(to, into, 'P', `${block.text}: ${block.href}`)
      break
    case 'list': {
      const items = pdf.struct('L')
      into.add(items)
      for (const item of block.items) listed(to, items, item)
      items.end()
      pdf.y += 3
      break
    }
    case 'facts':
      for (const [name, value] of block.facts) said(to, into, 'P', `${name}: ${value}`, { after: 3 })
      pdf.y += 3
      break
    case 'table':
      drawTable(to, into, block)
      break
  }
}

function listed({ pdf, shown }: Setting, items: Structure, item: string): void {
  const one = pdf.struct('LI')
  items.add(one)
  one.add(
    pdf.struct('LBody', {}, () => {
      const { font, text } = shown(`•  ${item}`, 'regular')
      pdf.font(font).fontSize(sizes.text).fillColor('black')
      pdf.text(text, MARGIN + 8, pdf.y, { width: pdf.page.width - 2 * MARGIN - 8, lineGap: 1.5 })
      pdf.y += 3
    }),
  )
  one.end()
}

/** The first column is the widest: it names what the row is about. */
function drawTable(to: Setting, into: Structure, { caption, head, rows }: Extract<Block, { kind: 'table' }>): void {
  const { pdf } = to
  // Nor do a table's caption and head stand there without a row.
  if (pdf.y > pdf.page.height - MARGIN - 90) pdf.addPage()
  said(to, into, 'P', caption, { font: 'bold', after: 3 })
  const width = pdf.page.width - 2 * MARGIN
  const [first, rest] = head.length > 1 ? [width * 0.36, (width * 0.64) / (head.length - 1)] : [width, 0]
  pdf.font('regular').fontSize(sizes.small + 1)
  pdf.x = MARGIN
  const options = {
    // The types do not know it yet: where in the document the table stands.
    structParent: into,
    columnStyles: head.map((_, index) => ({ width: index === 0 ? first : rest })),
    rowStyles: (row: number) => ({
      border: { top: 0, right: 0, bottom: 0.5, left: 0 },
      borderColor: GREY,
      ...(row === 0 && { backgroundColor: '#f0f4f5' }),
    }),
    defaultStyle: { padding: 3 },
    data: [
      head.map((text) => ({ ...cell(to, text), type: 'TH' as const })),
      ...rows.map((row) => row.map((text) => cell(to, text))),
    ],
  }
  pdf.table(options)
  pdf.x = MARGIN
  pdf.y += 8
}

function cell({ shown }: Setting, of: string) {
  const { font, text } = shown(of, 'regular')
  return { text, ...(font !== 'regular' && { font: { src: font } }) }
}

/** The numbers are for the eye: a reader aloud is not interrupted by them. */
function numberPages(pdf: Pdf): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let index = start; index < start + count; index += 1) {
    pdf.switchToPage(index)
    const bottom = pdf.page.margins.bottom
    pdf.page.margins.bottom = 0
    pdf.markContent('Artifact', { type: 'Pagination' })
    pdf.font('regular').fontSize(sizes.small).fillColor(GREY)
    pdf.text(`Page ${index - start + 1} of ${count}`, MARGIN, pdf.page.height - 36, { align: 'right' })
    pdf.endMarkedContent()
    pdf.page.margins.bottom = bottom
  }
}
