import type { Block, Paper } from '../../../domain/paper/paper.ts'
import { Facts } from '../../nhs/facts.tsx'
import { ListTable } from '../../nhs/list-table.tsx'
import { words } from './words.ts'

/** A letter or a record as a page: the same blocks that its PDF has. */
export function PaperView({ paper }: { paper: Paper }) {
  return (
    <article>
      <h1>
        <span className="nhsuk-caption-l">{paper.about}</span>
        {paper.title}
      </h1>
      <Blocks blocks={paper.blocks} />
      <p className="nhsuk-body-s">{words.quoted(paper.head.hash)}</p>
    </article>
  )
}

/** What a paper says, one block after the other. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  // A paper is never changed under the reader's eyes: a block is where it is.
  // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no names
  return blocks.map((block, index) => <BlockView key={index} block={block} />)
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>
    case 'words':
      return (
        <>
          {block.text.split('\n').map((line) => (
            <p key={line} className="nhsuk-u-reading-width">
              {line}
            </p>
          ))}
        </>
      )
    case 'list':
      return (
        <ul className="nhsuk-u-reading-width">
          {[...new Set(block.items)].map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'facts':
      return <Facts facts={block.facts} />
    case 'table':
      return (
        <ListTable
          caption={block.caption}
          rows={block.rows}
          keyOf={(row) => row.join()}
          columns={block.head.map((head, index) => ({ head, cell: (row: string[]) => row[index] }))}
        />
      )
    case 'link':
      return (
        <p>
          <a href={block.href}>{block.text}</a>
        </p>
      )
  }
}
