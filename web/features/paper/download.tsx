import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { useSession } from '../session/session.tsx'
import { whole } from './whole.ts'
import { words } from './words.ts'

interface DownloadProps {
  path: string
  name: string
  small?: boolean
  children: ReactNode
}

/** A button that fetches a file, all its parts if it comes in parts, with the person's sign-in, and keeps it under this name. */
export function Download({ path, name, small = false, children }: DownloadProps) {
  const { askBytes } = useSession()
  const download = useMutation({
    mutationFn: async () => {
      const bytes = await whole(askBytes, path)
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(bytes))
      link.download = name
      link.click()
      URL.revokeObjectURL(link.href)
    },
  })
  return (
    <>
      {download.error && <ProblemSummary {...problemOf(download.error)} />}
      <ActionButton kind="secondary" small={small} busy={download.isPending} onClick={() => download.mutate()}>
        {download.isPending ? words.downloading : children}
      </ActionButton>
    </>
  )
}
