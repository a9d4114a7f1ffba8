import { Link, useNavigate } from '@tanstack/react-router'
import type { checkContent } from '../../../domain/specification/check-content.ts'
import type { Section } from '../../../domain/specification/template.ts'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { AlsoWrong } from '../../nhs/also-wrong.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { useUndo } from '../../nhs/undo.tsx'
import { device } from '../../storage.ts'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
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
  const check = useCommand<Checked>(caseId, 'check-version')
  const save = useCommand(caseId, 'save-version', async () => {
    forget()
    await navigate({ to: '/cases/$caseId/specification', params: { caseId } })
  })
  const said = words.form
  const checked = check.data?.checked
  const missing = checked ? missingIn(checked) : []
  const change = (part: Partial<Entered>) => setEntered({ ...entered, ...part })

  const send = () => {
    check.reset()
    const { basedOn, reason } = entered
    save.mutate({ basedOn, content: contentOf(entered), reason: reason.trim() })
  }
  return (
    <>
      <CheckedForm
        command={{
          error: save.error ?? check.error,
          isPending: save.isPending,
          reset: () => {
            save.reset()
            check.reset()
          },
        }}
        faults={faultsOf(entered)}
        field={editFieldOf}
        send={send}
        confirm={said.save(latest + 1)}
        beside={
          <>
            <ActionButton
              kind="secondary"
              busy={check.isPending}
              onClick={() => {
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
          </>
        }
      >
        <AlsoWrong faults={missing}>
          {missing.length > 0 && <ProblemSummary title={said.lacksTitle} detail={said.lacks} faults={missing} />}
          {entered.basedOn < latest && (
            <ChangedSince
              caseId={caseId}
              from={entered.basedOn}
              to={latest}
              onRead={() => change({ basedOn: latest })}
            />
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
              value={entered.sections[section] ?? ''}
              onChange={(text) => change({ sections: { ...entered.sections, [section]: text } })}
            />
          ))}
          <CriteriaFields
            criteria={entered.criteria}
            template={template}
            onChange={(criteria) => change({ criteria })}
          />
          <h2>{said.price}</h2>
          <PriceFields
            share={entered.priceShare}
            formula={entered.formula}
            formulas={template.priceFormulas}
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
            value={entered.reason}
            onChange={(reason) => change({ reason })}
          />
        </AlsoWrong>
      </CheckedForm>
      {undo}
    </>
  )
}

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
