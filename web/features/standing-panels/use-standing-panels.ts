import { useQuery } from '@tanstack/react-query'
import type { StandingRow } from '../../../domain/case/listed.ts'
import type { StandingPanel } from '../../../domain/standing-panel/standing-panel.ts'
import type { StandingPanelsAnswer } from '../../../functions/api/answers/list.ts'
import { useSession } from '../session/session.tsx'
import { type Service, serviceOf } from './service.ts'

export interface StandingPanelShown {
  panel: StandingPanel
  cases: StandingRow[]
  service: Service[]
}

/** The panels of areas, those that serve longest last, and what their members are called. */
export function useStandingPanels() {
  const { personId, ask } = useSession()
  return useQuery({
    queryKey: ['panels', personId],
    queryFn: () => ask<StandingPanelsAnswer>('/api/panels?limit=100'),
    select: ({ rows, people }) => ({ panels: panelsIn(rows), people }),
  })
}

/** The rows are in order of area and term: a panel's cases stand together. */
export function panelsIn(rows: readonly StandingRow[]): StandingPanelShown[] {
  const ids = [...new Set(rows.map(({ standing }) => standing.id))]
  return ids.flatMap((id) => {
    const cases = rows.filter(({ standing }) => standing.id === id)
    const panel = cases[0]?.standing
    return panel ? [{ panel, cases, service: serviceOf(panel, cases) }] : []
  })
}
