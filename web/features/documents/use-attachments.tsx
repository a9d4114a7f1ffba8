import { type ReactNode, useState } from 'react'
import { AttachField } from './attach-field.tsx'
import type { Upload } from './send-in-parts.ts'
import { useSending } from './use-sending.ts'

/** Documents that go with the command of a form. */
export interface Attachments {
  label: string
  /** What was chosen. */
  names: string[]
  field(id: string): ReactNode
  /** Sends them, and then the command with what it says of them. */
  send(command: (documents: object) => Promise<unknown>): void
  /** They went with it. */
  forget(): void
  error: Error | null
  isPending: boolean
  reset(): void
}

/** @param path where their parts go */
export function useAttachments(path: string, { label, most }: { label: string; most: number }): Attachments {
  const [uploads, setUploads] = useState<Upload[]>([])
  const { mutate, sending, error, isPending, reset } = useSending(path)
  return {
    label,
    names: uploads.map(({ file }) => file.name),
    field: (id) => (
      <AttachField id={id} label={label} most={most} uploads={uploads} onChange={setUploads} sending={sending} />
    ),
    send: (command) => mutate({ uploads, command: (documents) => command(documents.length > 0 ? { documents } : {}) }),
    forget: () => setUploads([]),
    error,
    isPending,
    reset,
  }
}
