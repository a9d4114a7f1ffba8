import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../session/session.tsx'
import { checkAndSend } from './check-and-send.ts'
import type { Upload } from './send-in-parts.ts'

type Sent = Awaited<ReturnType<typeof checkAndSend>>[number]

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
      return command(await checkAndSend(ask, path, uploads, (name, sent) => setSending({ name, sent })))
    },
    onSettled: () => setSending(undefined),
  })
  return { ...mutation, sending }
}
