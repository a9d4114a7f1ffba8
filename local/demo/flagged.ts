import type { Play } from './play.ts'

interface SeenConflicts {
  standings: { person: string; status: string; findings?: { reading?: string }[] }[]
}

/** Who waits for a ruling, each with what is to be named in it. @param as who looks: of the secretariat */
export async function flaggedIn(play: Play, as = play.manager): Promise<{ person: string; read: string[] }[]> {
  const { standings } = await as.get<SeenConflicts>(`/api/cases/${play.caseId}/conflicts`)
  return standings
    .filter(({ status }) => status === 'flagged')
    .map(({ person, findings = [] }) => ({ person, read: findings.flatMap(({ reading }) => reading ?? []) }))
}
