import { type Block, type Paper, quoted } from '../../domain/paper/paper.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const heads = (row: string[]): string => row.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')
const cells = (row: string[]): string => row.map((cell) => `<td>${escaped(cell)}</td>`).join('')

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`
    case 'words':
      return block.text
        .split('\n')
        .map((line) => `<p>${escaped(line)}</p>`)
        .join('\n')
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
    case 'facts':
      return `<dl>${block.facts.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`
    case 'table': {
      const rows = block.rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')
      return `<table><caption>${escaped(block.caption)}</caption><thead><tr>${heads(block.head)}</tr></thead><tbody>\n${rows}\n</tbody></table>`
    }
    case 'link':
      return `<p><a href="${escaped(block.href)}">${escaped(block.text)}</a></p>`
  }
}

const style = `body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border-bottom:1px solid #aeb7bd;padding:.4rem .6rem;text-align:left;vertical-align:top}
td{overflow-wrap:anywhere;min-width:5em}td:first-child{overflow-wrap:break-word}p,li,dd{overflow-wrap:anywhere}
@media(max-width:40rem){table{display:block;overflow-x:auto}}
caption{text-align:left;font-weight:bold}dt{font-weight:bold}dd{margin:0 0 .5rem}`

/** A paper as a page of its own, which needs nothing from elsewhere. */
export const htmlOf = (paper: Paper): string => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(paper.title)}</title>
<style>${style}</style></head>
<body>
<main>
<p>${escaped(paper.about)}</p>
<h1>${escaped(paper.title)}</h1>
${paper.blocks.map(blockOf).join('\n')}
</main>
<footer><p>${escaped(quoted(paper.head))}</p></footer>
</body>
</html>
`
