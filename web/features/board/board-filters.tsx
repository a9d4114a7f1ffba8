import { useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import type { Stage } from '../../../domain/case/case.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField } from '../../nhs/fields.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { stageNames, stageOrder } from '../case/stage-words.ts'
import { type BoardPage, type Standing, standings } from './board-page.ts'
import { words } from './words.ts'

interface BoardFiltersProps {
  page: BoardPage
  /** What is wrong with the search. */
  fault: string | undefined
}

/** What of the board is shown: words of the title, a stage, how the cases stand. A search is shown as a table. */
export function BoardFilters({ page: { view, stage, standing, search }, fault }: BoardFiltersProps) {
  const navigate = useNavigate({ from: '/board' })
  const kept = { ...(view && { view }) }
  const filtered = { ...(stage && { stage }), ...(standing && { standing }) }
  const filters = { ...kept, ...filtered, ...(search !== undefined && { search }) }
  return (
    <div className="board-filters">
      <SearchField
        key={search}
        search={search}
        fault={fault}
        onSearch={(sought) => navigate({ search: sought ? { ...filtered, search: sought } : { ...kept, ...filtered } })}
      />
      {view !== 'columns' && (
        <ChoiceField
          id="stage"
          label={words.stageFilter}
          value={stage ?? ''}
          choices={[
            { value: '', name: words.allStages },
            ...stageOrder.map((value) => ({ value, name: stageNames[value] })),
          ]}
          onChange={(value) => navigate({ search: { ...filters, stage: (value || undefined) as Stage | undefined } })}
        />
      )}
      <ChoiceField
        id="standing"
        label={words.standingFilter}
        value={standing ?? (view === 'columns' ? 'open' : '')}
        choices={[
          ...(view === 'columns' ? [] : [{ value: '', name: words.allStandings }]),
          ...standings.map((value) => ({ value, name: words.standings[value] })),
        ]}
        onChange={(value) =>
          navigate({ search: { ...filters, standing: (value || undefined) as Standing | undefined } })
        }
      />
    </div>
  )
}

interface SearchFieldProps {
  search: string | undefined
  fault: string | undefined
  onSearch(sought: string): void
}

function SearchField({ search = '', fault, onSearch }: SearchFieldProps) {
  const [typed, setTyped, forget] = useKept('board:search', search)
  const send = (event: FormEvent) => {
    event.preventDefault()
    forget()
    onSearch(typed.trim())
  }
  return (
    <search>
      <form onSubmit={send} className="board-search">
        <TextField id="search" label={words.search} fault={fault} value={typed} onChange={setTyped} />
        <ActionButton submit small kind="secondary">
          {words.find}
        </ActionButton>
        {search !== '' && (
          <ActionButton small kind="secondary" onClick={() => onSearch('')}>
            {words.endSearch}
          </ActionButton>
        )}
      </form>
    </search>
  )
}
