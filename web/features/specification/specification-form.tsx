import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { checkContent } from '../../../domain/specification/check-content.ts'
import type { Section } from '../../../domain/specification/template.ts'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { Problem } from '../../api.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { useUndo } from '../../nhs/undo.tsx'
import { device } from '../../storage.ts'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { useSession } from '../session/session.tsx'
import { CriteriaFields } from './criteria-fields.tsx'
import { contentOf, type Entered, editFieldOf, enteredFrom, faultsOf } from './entered.ts'
import { WorkedExample } from './price.tsx'
import { PriceFields } from './price-fields.tsx'
import { RunningTotal } from './running-total.tsx'
import type { SpecificationView } from './specification-view.ts'
import { words } from './words.ts'

interface FormProps {
  theCase: CaseView
  specification: SpecificationView
}

interface Checked {
  checked: ReturnType<typeof checkContent>
}

/** Writes the next version: from the last one, or from the template. It can be checked at any time, and saved unfinished. */
export function SpecificationForm({ theCase, specification }: FormProps) {
  const { caseId, life } = theCase
  const { template, latest } = specification
  const navigate = useNavigate()
  const { personId } = useSession()
  const [entered, setEntered, forget, kept] = useKept<Entered>(
    `${personId}:${caseId}:specification`,
    enteredFrom(specification),
    device,
  )
  const [offerUndo, undo] = useUndo()
  const [faults, setFaults] = useState<ReturnType<typeof faultsOf>>([])
  const check = useCommand<Checked>(caseId, 'check-version')
  const save = useCommand(caseId, 'save-version', async () => {
    forget()
    await navigate({ to: '/cases/$caseId/specification', params: { caseId } })
  })
  const said = words.form
  const checked = check.data?.checked
  const listed = [...faults, ...faultsIn(save.error), ...faultsIn(check.error), ...(checked ? missingIn(checked) : [])]
  const faultIn = (fieldId: string) => listed.find((fault) => fault.fieldId === fieldId)?.detail
  const change = (part: Partial<Entered>) => setEntered({ ...entered, ...part })

  const send = (event: FormEvent) => {
    event.preventDefault()
    check.reset()
    const found = faultsOf(entered)
    setFaults(found)
    const { basedOn, reason } = entered
    if (found.length === 0 && !save.isPending)
      save.mutate({ basedOn, content: contentOf(entered), reason: reason.trim() })
  }
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      {faults.length > 0 && <ProblemSummary {...said.problem} faults={faults} />}
      <CommandProblem error={save.error ?? check.error} field={editFieldOf} />
      {checked && checked.missing.length > 0 && (
        <ProblemSummary title={said.lacksTitle} detail={said.lacks} faults={missingIn(checked)} />
      )}
      {entered.basedOn < latest && (
        <ChangedSince caseId={caseId} from={entered.basedOn} to={latest} onRead={() => change({ basedOn: latest })} />
      )}
      {entered.basedOn > 0 && <p>{said.basedOn(entered.basedOn)}</p>}
      {life.stage === 'tender' && <p>{said.afterPublication}</p>}
      <p role="status">{kept ? said.kept : said.notKept}</p>
      <h2 id="sections">{said.sections}</h2>
      {(Object.keys(template.sections) as Section[]).map((section) => (
        <WordsField
          key={section}
          id={`sections-${section}`}
          label={template.sections[section].title}
          hint={template.sections[section].guidance}
          fault={faultIn(`sections-${section}`)}
          value={entered.sections[section] ?? ''}
          onChange={(text) => change({ sections: { ...entered.sections, [section]: text } })}
        />
      ))}
      <CriteriaFields
        criteria={entered.criteria}
        template={template}
        faultIn={faultIn}
        onChange={(criteria) => change({ criteria })}
      />
      <h2>{said.price}</h2>
      <PriceFields
        share={entered.priceShare}
        formula={entered.formula}
        formulas={template.priceFormulas}
        faultIn={faultIn}
        onShare={(priceShare) => change({ priceShare })}
        onFormula={(formula) => change({ formula })}
      />
      <RunningTotal typed={[...entered.criteria.map(({ weight }) => weight), entered.priceShare]} />
      {checked && <WorkedExample example={checked.priceExample} />}
      {checked?.missing.length === 0 && <p role="status">{said.complete}</p>}
      <WordsField
        id="reason"
        label={said.reason}
        hint={said.reasonHint}
        rows={3}
        fault={faultIn('reason')}
        value={entered.reason}
        onChange={(reason) => change({ reason })}
      />
      <div className="nhsuk-button-group">
        <ActionButton submit busy={save.isPending}>
          {save.isPending ? said.saving : said.save(latest + 1)}
        </ActionButton>
        <ActionButton
          kind="secondary"
          busy={check.isPending}
          onClick={() => {
            setFaults([])
            save.reset()
            check.mutate({ content: contentOf(entered) })
          }}
        >
          {check.isPending ? said.checking : said.check}
        </ActionButton>
        <ActionButton
          kind="secondary"
          onClick={() => {
            forget()
            offerUndo({ said: said.discarded, undo: () => setEntered(entered) })
          }}
        >
          {said.discard}
        </ActionButton>
      </div>
      {undo}
    </form>
  )
}

const faultsIn = (error: Error | null) =>
  error instanceof Problem ? error.faults.map(({ pointer, detail }) => ({ fieldId: editFieldOf(pointer), detail })) : []

const missingIn = ({ missing }: Checked['checked']) =>
  missing.map(({ path, message }) => ({ fieldId: path.join('-'), detail: message }))

function ChangedSince({ caseId, from, to, onRead }: { caseId: string; from: number; to: number; onRead(): void }) {
  const said = words.stale
  return (
    <Notice title={said.title(to)}>
      <p>{said.detail(from)}</p>
      {from > 0 && (
        <p>
          <Link to="/cases/$caseId/specification/changes" params={{ caseId }} search={{ from, to }}>
            {words.changes.between(from, to)}
          </Link>
        </p>
      )}
      <ActionButton kind="secondary" onClick={onRead}>
        {said.read(to)}
      </ActionButton>
    </Notice>
  )
}
