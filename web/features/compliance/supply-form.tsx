import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { FileField } from '../../nhs/file-field.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { useSession } from '../session/session.tsx'
import { endings, typesInWords } from '../tender/sealing/draft.ts'
import { words } from './words.ts'

const { own } = words

/** What one request of an upload carries; the service takes no more. */
const PART_BYTES = 2 * 1024 * 1024
const MOST_BYTES = 25_000_000

/** Chosen, checked here, sent part by part, and only then supplied: a lost connection goes on with the part it lost. */
export function SupplyForm({ caseId }: { caseId: string }) {
  const { ask } = useSession()
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [sent, setSent] = useState(0)
  const upload = useRef<{ file: File; documentId: string; parts: number }>(undefined)
  const supply = useMutation<unknown, Error, File>({
    mutationFn: async (chosen) => {
      if (chosen.size > MOST_BYTES) throw new Error(own.tooLarge)
      // What tells a document from its bytes is large: it comes when there is one.
      const { checkFile } = await import('../tender/sealing/check-file.ts')
      const checked = await checkFile(chosen)
      if ('fault' in checked) throw new Error(`${checked.fault}.`)
      if (upload.current?.file !== chosen)
        upload.current = { file: chosen, documentId: crypto.randomUUID().replaceAll('-', ''), parts: 0 }
      const going = upload.current
      for (; going.parts * PART_BYTES < chosen.size; going.parts += 1) {
        const from = going.parts * PART_BYTES
        const bytes = new Uint8Array(await chosen.slice(from, from + PART_BYTES).arrayBuffer())
        await ask(`/api/cases/${caseId}/missing-document-parts`, {
          command: {
            body: { documentId: going.documentId, part: going.parts, content: base64(bytes) },
            once: crypto.randomUUID(),
          },
        })
        setSent(Math.round((Math.min(chosen.size, from + PART_BYTES) / chosen.size) * 100))
      }
      return ask(`/api/cases/${caseId}/supply-missing-document`, {
        command: { body: { id: going.documentId, name: chosen.name, ...checked }, once: going.documentId },
      })
    },
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <>
      {supply.error && <ProblemSummary {...problemOf(supply.error)} />}
      <FileField
        id="missing-document"
        label={own.choose}
        hint={own.hint(typesInWords)}
        accept={endings}
        onFiles={([chosen]) => {
          supply.reset()
          setSent(0)
          setFile(chosen)
        }}
      />
      {file && <p role="status">{supply.isPending ? own.sending(file.name, sent) : own.chosen(file.name)}</p>}
      <ActionButton busy={supply.isPending} onClick={() => (file ? supply.mutate(file) : undefined)}>
        {own.confirm}
      </ActionButton>
    </>
  )
}

/** In small pieces: a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let from = 0; from < bytes.length; from += 32_768)
    binary += String.fromCharCode(...bytes.subarray(from, from + 32_768))
  return btoa(binary)
}
