import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../session/session.tsx'
import { checkAndSend } from './check-and-send.ts'
import type { Upload } from './send-in-parts.ts'

type Sent = Awaited<ReturnType<typeof checkAndSend>>

/** Sends documents one after the other, and then goes on with what the command says of them. */
export function useSending(path: string, then: (documents: Sent[]) => Promise<unknown>) {
  const { ask } = useSession()
  const [sending, setSending] = useState<{ name: string; sent: number }>()
  const mutation = useMutation<unknown, Error, Upload[]>({
    mutationFn: async (uploads) => {
      const documents: Sent[] = []
      for (const upload of uploads)
        documents.push(await checkAndSend(ask, path, upload, (sent) => setSending({ name: upload.file.name, sent })))
      return then(documents)
    },
    onSettled: () => setSending(undefined),
  })
  return { ...mutation, sending }
}
