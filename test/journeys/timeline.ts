import type { Play } from '../../local/demo/play.ts'

/** An event as the timeline shows it. */
export interface Told {
  type: string
  sequence: number
  hash: string
  at: string
  by: { person?: string; step?: string }
  told: string
}

/** Every page of the timeline of a case, as its programme manager reads it, oldest first. */
export async function timelineOf({ manager, caseId }: Play): Promise<Told[]> {
  const events: Told[] = []
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page: { events: Told[]; next?: number } = await manager.get(
      `/api/cases/${caseId}/timeline?limit=100&after=${after}`,
    )
    events.push(...page.events)
    after = page.next
  }
  return events
}
