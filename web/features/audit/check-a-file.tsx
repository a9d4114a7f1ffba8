import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { quotedHead } from '../../../functions/verify/quoted-head.ts'
import { Problem } from '../../api.ts'
import { useKept } from '../../kept.ts'
import { FileField } from '../../nhs/file-field.tsx'
import { More } from '../../nhs/more.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { FindingView } from './finding-view.tsx'
import type { Finding } from './verifying/verifying.ts'
import { words } from './words.ts'

/** Somebody's copy of a pack, record or certificate, verified in the page: the file goes nowhere. */
export function CheckAFile() {
  const [file, setFile] = useState<File>()
  const [register, setRegister] = useState<File>()
  const [kept, setKept] = useKept('audit-head', '')
  const [part, setPart] = useState<{ parts: number; of: number }>()
  const said = words.check
  const checking = useMutation<{ name: string; finding: Finding }, Error, File>({
    mutationFn: async (chosen) => {
      setPart(undefined)
      const asked = {
        bytes: await bytesOf(chosen),
        head: quotedHead(kept),
        register: register && { name: register.name, bytes: await bytesOf(register) },
      }
      try {
        const { verifying } = await import('./verifying/verifying.ts')
        return {
          name: chosen.name,
          finding: await verifying(asked, (parts, of) => setPart({ parts, of })),
        }
      } catch {
        throw new Problem({ ...said.failed, status: 0, code: 'Unchecked' })
      }
    },
  })
  return (
    <section className="nhsuk-u-reading-width">
      <h2>{said.title}</h2>
      <p>{said.intro}</p>
      <CheckedForm
        command={checking}
        faults={[
          ...(file ? [] : [{ detail: said.missing.file, fieldId: 'check-file' }]),
          ...(kept.trim() === '' || quotedHead(kept) ? [] : [{ detail: said.missing.head, fieldId: 'check-head' }]),
        ]}
        send={() => file && checking.mutate(file)}
        confirm={said.go}
      >
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
        <TextField id="check-head" label={said.head} hint={said.headHint} value={kept} onChange={setKept} />
        <FileField
          id="check-register"
          label={said.register}
          hint={said.registerHint}
          accept=".json"
          single
          onFiles={([chosen]) => {
            setRegister(chosen)
            checking.reset()
          }}
        />
        {register && <p role="status">{said.chosen(register.name)}</p>}
        {checking.isPending && part && <p role="status">{said.progress(part.parts, part.of)}</p>}
      </CheckedForm>
      {checking.data && <FindingView {...checking.data} heldTo={quotedHead(kept)?.hash} />}
      <More title={said.how.title}>
        {said.how.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </More>
    </section>
  )
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer())
