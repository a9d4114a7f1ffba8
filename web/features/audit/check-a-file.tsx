import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { quotedHead } from '../../../functions/verify/quoted-head.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { FileField } from '../../nhs/file-field.tsx'
import { More } from '../../nhs/more.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { FindingView } from './finding-view.tsx'
import type { Finding } from './verifying/verifying.ts'
import { words } from './words.ts'

/** Somebody's copy of a pack, record or certificate, verified in the page: the file goes nowhere. */
export function CheckAFile() {
  const [file, setFile] = useState<File>()
  const [kept, setKept] = useKept('audit-head', '')
  const [missing, setMissing] = useState<Missing[]>([])
  const [part, setPart] = useState<{ parts: number; of: number }>()
  const said = words.check
  const checking = useMutation<{ name: string; finding: Finding }, Error, File>({
    mutationFn: async (chosen) => {
      setPart(undefined)
      const bytes = new Uint8Array(await chosen.arrayBuffer())
      const { verifying } = await import('./verifying/verifying.ts')
      return {
        name: chosen.name,
        finding: await verifying({ bytes, head: quotedHead(kept) }, (parts, of) => setPart({ parts, of })),
      }
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (checking.isPending) return
    const now: Missing[] = [
      ...(file ? [] : (['file'] as const)),
      ...(kept.trim() !== '' && !quotedHead(kept) ? (['head'] as const) : []),
    ]
    setMissing(now)
    if (now.length === 0 && file) checking.mutate(file)
  }
  return (
    <section className="nhsuk-u-reading-width">
      <h2>{said.title}</h2>
      <p>{said.intro}</p>
      <form onSubmit={send} noValidate>
        {missing.length > 0 && (
          <ProblemSummary
            title={said.incomplete}
            detail=""
            faults={missing.map((one) => ({ detail: said.missing[one], fieldId: `check-${one}` }))}
          />
        )}
        <FileField
          id="check-file"
          label={said.file}
          hint={said.fileHint}
          accept=".zip,.json"
          single
          onFiles={([chosen]) => {
            setFile(chosen)
            checking.reset()
          }}
        />
        {file && <p role="status">{said.chosen(file.name)}</p>}
        <TextField
          id="check-head"
          label={said.head}
          hint={said.headHint}
          fault={missing.includes('head') ? said.missing.head : undefined}
          value={kept}
          onChange={setKept}
        />
        <ActionButton submit busy={checking.isPending}>
          {checking.isPending ? said.going : said.go}
        </ActionButton>
        {checking.isPending && part && <p role="status">{said.progress(part.parts, part.of)}</p>}
      </form>
      {checking.error && <ProblemSummary {...said.failed} />}
      {checking.data && <FindingView {...checking.data} heldTo={quotedHead(kept)?.hash} />}
      <More title={said.how.title}>
        {said.how.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </More>
    </section>
  )
}

type Missing = 'file' | 'head'
