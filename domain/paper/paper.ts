import * as z from '../zod.ts'

/**
 * Something official in words: a letter, the decision record. The page, the PDF and the disclosure pack show the same blocks,
 * so that nobody reads anything else than anybody else.
 */
const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text: z.string() }),
  z.object({ kind: z.literal('words'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  /** What is known of one thing, a line each. */
  z.object({ kind: z.literal('facts'), facts: z.array(z.tuple([z.string(), z.string()])) }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    head: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
  /** A stable address of the service, from its root. */
  z.object({ kind: z.literal('link'), text: z.string(), href: z.string() }),
])
export type Block = z.infer<typeof blockSchema>

export const blocksSchema = z.array(blockSchema)

export const paperSchema = z.object({
  title: z.string(),
  /** What it belongs to. */
  about: z.string(),
  blocks: blocksSchema,
  /**
   * Where the record stood that it was made from: whoever keeps it can hold the record to it. The hash alone: the number would
   * tell a bidder how much was done.
   */
  head: z.object({ hash: z.string() }),
})
export type Paper = z.infer<typeof paperSchema>

export const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text })
export const words = (text: string): Block => ({ kind: 'words', text })
export const link = (text: string, href: string): Block => ({ kind: 'link', text, href })

/** A list; no block at all where there is nothing to list. */
export const list = (items: string[]): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }])
export const table = (caption: string, head: string[], rows: string[][]): Block[] =>
  rows.length === 0 ? [] : [{ kind: 'table', caption, head, rows }]

/** What is undefined is left out. */
export const facts = (all: [string, string | undefined][]): Block => ({
  kind: 'facts',
  facts: all.filter((fact): fact is [string, string] => fact[1] !== undefined),
})

export const quoted = ({ hash }: Paper['head']): string =>
  `Made from the record while its fingerprint was ${hash}. Keep this: with it you can prove that the record was not changed.`
