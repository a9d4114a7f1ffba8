import { Table } from 'nhsuk-react-components'
import type { ReactNode } from 'react'

export interface Column<Row> {
  head: string
  cell(row: Row): ReactNode
}

interface ListTableProps<Row> {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  keyOf(row: Row): string
}

/** A table that becomes a list of cards on a narrow screen. */
export function ListTable<Row>({ caption, columns, rows, keyOf }: ListTableProps<Row>) {
  return (
    <Table responsive caption={caption} captionProps={{ className: 'nhsuk-u-visually-hidden' }}>
      <Table.Head>
        <Table.Row>
          {columns.map(({ head }) => (
            <Table.Cell key={head}>{head}</Table.Cell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {rows.map((row) => (
          <Table.Row key={keyOf(row)}>
            {columns.map(({ head, cell }) => {
              const said = cell(row)
              return (
                <Table.Cell key={head} className={said || said === 0 ? '' : 'list-table__nothing'}>
                  {said}
                </Table.Cell>
              )
            })}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}
