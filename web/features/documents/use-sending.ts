import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../session/session.tsx'
import { checkAndSend } from './check-and-send.ts'
import type { Upload } from './send-in-parts.ts'

type Sent = Awaited<ReturnType<typeof checkAndSend>>

interface Going {
  uploads: Upload[]
  /** Goes on with what it says of them. */
  command(documents: Sent[]): Promise<unknown>
}

/** Sends documents one after the other, and then goes on. */
export function useSending(path: string) {
  const { ask } = useSession()
  const [sending, setSending] = useState<{ name: string; sent: number }>()
  const mutation = useMutation<unknown, Error, Going>({
    mutationFn: async ({ uploads, command }) => {
      const documents: Sent[] = []
      for (const upload of uploads)
        documents.push(await checkAndSend(ask, path, upload, (sent) => setSending({ name: upload.file.name, sent })))
      return command(documents)
    },
    onSettled: () => setSending(undefined),
  })
  return { ...mutation, sending }
}
