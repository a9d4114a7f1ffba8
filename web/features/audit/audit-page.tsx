import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PublicCasesAnswer } from '../../../functions/api/answers/list.ts'
import { ask } from '../../api.ts'
import { capital } from '../../capital.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { Paging } from '../../nhs/paging.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { useTitle } from '../../title.ts'
import { CaseLink } from '../case/case-link.tsx'
import { Download } from '../paper/download.tsx'
import { useMe } from '../people/use-names.ts'
import { SignInNeeded } from '../session/sign-in-needed.tsx'
import { CheckAFile } from './check-a-file.tsx'
import { words } from './words.ts'

export function AuditPage() {
  return (
    <SignInNeeded page={words.title}>
      <Audit />
    </SignInNeeded>
  )
}

/** Who may take a pack; the service asks again when it is taken. */
const auditing = ['auditor', 'programme-manager', 'deputy-programme-manager']

/** Every case with an outcome, and its pack in one click. */
function Audit() {
  const [after, setAfter] = useState<string>()
  const { data: me } = useMe()
  const theirs = me?.person.roles.some((role) => auditing.includes(role))
  const query = new URLSearchParams({ limit: '50', ...(after && { after }) })
  const { data, error } = useQuery({
    queryKey: ['public-cases', 'audit', after],
    queryFn: () => ask<PublicCasesAnswer>(`/api/public/cases?${query}`),
    enabled: theirs === true,
  })
  useTitle(words.title)
  if (me && !theirs)
    return (
      <>
        <h1>{words.notYours.title}</h1>
        <p>{words.notYours.detail}</p>
      </>
    )
  const decided = (data?.rows ?? []).filter(({ outcome }) => outcome !== undefined)
  const { columns } = words
  return (
    <>
      {error && <ProblemSummary {...problemOf(error)} />}
      <h1>{words.title}</h1>
      <p className="nhsuk-u-reading-width">{words.intro}</p>
      {data && decided.length === 0 && <p>{words.none}</p>}
      {decided.length > 0 && (
        <ListTable
          caption={words.caption}
          rows={decided}
          keyOf={({ caseId }) => caseId}
          columns={[
            { head: columns.title, cell: (row) => <CaseLink row={row} /> },
            { head: columns.outcome, cell: ({ outcome }) => capital(outcome ?? '') },
            {
              head: columns.pack,
              cell: ({ caseId }) => (
                <Download
                  path={`/api/cases/${caseId}/disclosure-pack.zip`}
                  name={`disclosure-pack-${caseId}.zip`}
                  small
                >
                  {words.pack}
                </Download>
              ),
            },
            {
              head: columns.record,
              cell: ({ caseId }) => (
                <Download path={`/api/cases/${caseId}/record`} name={`${caseId}.record.json`} small>
                  {words.record}
                </Download>
              ),
            },
          ]}
        />
      )}
      <Paging
        label={words.pages}
        before={after ? { text: words.newest, go: () => setAfter(undefined) } : undefined}
        after={data?.next ? { text: words.more, go: () => setAfter(data.next) } : undefined}
      />
      <CheckAFile />
    </>
  )
}
