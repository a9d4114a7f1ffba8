import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Sections } from '../../../domain/report/report.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { Success } from '../../nhs/success.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommandAt } from '../case/use-command.ts'
import { useSession } from '../session/session.tsx'
import { ReportText } from './report-text.tsx'
import type { WrittenReport } from './use-reports.ts'
import { words } from './words.ts'

const said = words.edit

/** What the record says to a writer who is excluded from a case of the month: another keeps and sends it. */
export function ReadDraft({ report: { sections, leftOut = 0 } }: { report: WrittenReport }) {
  return (
    <>
      <p className="nhsuk-u-reading-width">{said.leftOut(leftOut)}</p>
      <ReportText sections={sections} />
    </>
  )
}

/** The programme manager changes what was drafted, keeps it, and sends it once they say so twice. */
export function EditReport({ report }: { report: WrittenReport }) {
  const { ask } = useSession()
  const queries = useQueryClient()
  const { month, version } = report
  const [sections, setSections, forget] = useKept<Sections>(`report:${month}:${version}`, report.sections)
  const [asking, setAsking] = useState(false)
  const path = `/api/reports/${month}`
  const keep = useMutation<WrittenReport, Error>({
    mutationFn: () => ask(path, { keep: { body: sections, over: version } }),
    onSuccess: async () => {
      forget()
      await queries.invalidateQueries({ queryKey: ['reports'] })
    },
  })
  const send = useCommandAt<WrittenReport>(`${path}/send`)
  const names = Object.keys(words.sections) as (keyof typeof words.sections)[]
  return (
    <>
      <CommandProblem error={keep.error ?? send.error} />
      {keep.isSuccess && <Success title={words.success} heading={said.kept} />}
      <p className="nhsuk-u-reading-width">{said.intro}</p>
      {names.map((name) => (
        <WordsField
          key={name}
          id={name.replace(' ', '-')}
          label={words.sections[name]}
          rows={6}
          value={sections[name]}
          onChange={(value) => setSections({ ...sections, [name]: value })}
        />
      ))}
      <ActionButton busy={keep.isPending} onClick={() => keep.mutate()}>
        {keep.isPending ? said.sending : said.keep}
      </ActionButton>
      {version === 0 && <p>{said.keepFirst}</p>}
      {version > 0 && !asking && (
        <ActionButton kind="secondary" onClick={() => setAsking(true)}>
          {said.send}
        </ActionButton>
      )}
      {version > 0 && asking && (
        <Notice title={said.sendSure}>
          <p>{said.sendWhat}</p>
          <div className="nhsuk-button-group">
            <ActionButton kind="warning" busy={send.isPending} onClick={() => send.mutate({ version })}>
              {send.isPending ? said.sending : said.yes}
            </ActionButton>
            <ActionButton kind="secondary" onClick={() => setAsking(false)}>
              {said.no}
            </ActionButton>
          </div>
        </Notice>
      )}
    </>
  )
}
