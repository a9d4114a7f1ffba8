import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import type { Autosave } from '../autosave/autosave.ts'
import { Clash } from '../autosave/clash.tsx'
import { SaveLine } from '../autosave/save-line.tsx'
import { useEntry, usePaper } from '../autosave/use-paper.ts'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommandAt } from '../case/use-command.ts'
import { ReportText } from './report-text.tsx'
import { useReportPaper } from './use-report-paper.ts'
import type { WrittenReport } from './use-reports.ts'
import { words } from './words.ts'

const said = words.edit

/** What the record says to a writer who cannot write it: another does, or the month is not over. */
export function ReadDraft({ report: { sections }, children }: { report: WrittenReport; children: string }) {
  return (
    <>
      <p className="nhsuk-u-reading-width">{children}</p>
      <ReportText sections={sections} />
    </>
  )
}

/** The programme manager changes what was drafted, saved as it is written, and sends it once they say so twice. */
export function EditReport({ report }: { report: WrittenReport }) {
  const paper = useReportPaper(report)
  const { state } = usePaper(paper)
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const [unsaved, setUnsaved] = useState(false)
  const send = useCommandAt<WrittenReport>(`/api/reports/${report.month}/send`, () => {
    paper.submitted()
    return navigate({ to: '.', state: { said: said.isSent }, replace: true })
  })
  const sendIt = async () => {
    if (send.isPending) return
    const agrees = await paper.agrees()
    setUnsaved(!agrees)
    if (agrees) send.mutate({ version: paper.version })
    else setAsking(false)
  }
  const names = Object.keys(words.sections) as (keyof typeof words.sections)[]
  return (
    <>
      {unsaved && state.kind !== 'saved' && <ProblemSummary title={said.notSent} detail={said.notSaved} />}
      <CommandProblem error={send.error} />
      <p className="nhsuk-u-reading-width">{said.intro}</p>
      <SaveLine states={[state]} />
      {names.map((name) => (
        <Section key={name} name={name} paper={paper} />
      ))}
      {!asking && <ActionButton onClick={() => setAsking(true)}>{said.send}</ActionButton>}
      {asking && (
        <Notice title={said.sendSure}>
          <p>{said.sendWhat}</p>
          <div className="nhsuk-button-group">
            <ActionButton kind="warning" busy={send.isPending} onClick={sendIt}>
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

function Section({ name, paper }: { name: keyof typeof words.sections; paper: Autosave<string> }) {
  const { entry = '', clash } = useEntry(paper, name)
  return (
    <>
      {clash && <Clash here={entry} elsewhere={clash.theirs} onChoose={(which) => paper.choose(name, which)} />}
      <WordsField
        id={name.replace(' ', '-')}
        label={words.sections[name]}
        rows={Math.min(20, Math.max(3, entry.split('\n').length + 1))}
        value={entry}
        onChange={(value) => paper.edit(name, value)}
      />
    </>
  )
}
