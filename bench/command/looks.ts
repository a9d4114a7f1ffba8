import { z } from 'zod'
import { localJson } from '../../local/demo/client.ts'
import { seenPanel } from '../../local/demo/panel-formation.ts'
import type { Play } from '../../local/demo/play.ts'

const document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string().optional() }))),
})

/** What a view needs to be asked at all. */
const queries: Record<string, string> = { '/api/cases/{caseId}/specification/changes': '?from=1&to=1' }

/** Looks at every view that the API documents so many times, as the first of the people to whom it is shown. */
export async function lookAtEverything(play: Play, times: number): Promise<void> {
  const { paths } = document.parse(await localJson(`${play.baseUrl}/api/openapi.json`))
  const { id: draftId } = await play.as(proposerOf(play)).post<{ id: string }>('/api/drafts', {})
  const people = await lookers(play)
  for (const [path, methods] of Object.entries(paths)) {
    if (!('get' in methods)) continue
    const address = path.replace('{caseId}', play.caseId).replace('{draftId}', draftId) + (queries[path] ?? '')
    for (const personId of people) {
      const seen = await play
        .as(personId)
        .get(address)
        .then(
          () => true,
          () => false,
        )
      if (!seen) continue
      for (let time = 1; time < times; time += 1) await play.as(personId).get(address)
      break
    }
  }
}

const proposerOf = (play: Play): string => play.having('practice')[0]?.id ?? ''

/** One of each kind of person, those who see most first, and the members of the panel, if there is one. */
async function lookers(play: Play): Promise<string[]> {
  const { members } = await seenPanel(play).catch(() => ({ members: [] }))
  const [provider] = play.having('provider')
  return [play.manager.personId, play.auditor.personId, ...members, provider?.id ?? '']
}
