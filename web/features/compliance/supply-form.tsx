import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { FileField } from '../../nhs/file-field.tsx'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { checkAndSend, uploadOf } from '../documents/check-and-send.ts'
import type { Upload } from '../documents/send-in-parts.ts'
import { useSession } from '../session/session.tsx'
import { endings, typesInWords } from '../tender/sealing/types.ts'
import { words } from './words.ts'

const { own } = words

/** Chosen, checked here, sent part by part, and only then supplied: a lost connection goes on with the part it lost. */
export function SupplyForm({ caseId }: { caseId: string }) {
  const { ask } = useSession()
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [sent, setSent] = useState(0)
  const upload = useRef<Upload>(undefined)
  const supply = useMutation<unknown, Error, File>({
    mutationFn: async (chosen) => {
      if (upload.current?.file !== chosen) upload.current = uploadOf(chosen)
      const parts = `/api/cases/${caseId}/missing-document-parts`
      const [body] = await checkAndSend(ask, parts, [upload.current], (_, percent) => setSent(percent))
      return ask(`/api/cases/${caseId}/supply-missing-document`, { command: { body, once: upload.current.documentId } })
    },
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <CheckedForm
      command={supply}
      faults={file ? [] : [{ detail: own.missing, fieldId: 'missing-document' }]}
      field={() => 'missing-document'}
      send={() => file && supply.mutate(file)}
      confirm={own.confirm}
    >
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
    </CheckedForm>
  )
}
