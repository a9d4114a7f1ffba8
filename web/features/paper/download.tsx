import { useMutation } from '@tanstack/react-query'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { useSession } from '../session/session.tsx'
import { words } from './words.ts'

/** A button that fetches a file with the person's sign-in, and keeps it under this name. */
export function Download({ path, name, children }: { path: string; name: string; children: string }) {
  const { askBytes } = useSession()
  const download = useMutation({
    mutationFn: async () => {
      const { bytes } = await askBytes(path)
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([bytes]))
      link.download = name
      link.click()
      URL.revokeObjectURL(link.href)
    },
  })
  return (
    <>
      {download.error && <ProblemSummary {...problemOf(download.error)} />}
      <ActionButton kind="secondary" busy={download.isPending} onClick={() => download.mutate()}>
        {download.isPending ? words.downloading : children}
      </ActionButton>
    </>
  )
}
