import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Autosave } from '../autosave/autosave.ts'
import { useSavedToTheLast } from '../autosave/use-paper.ts'
import { useSession } from '../session/session.tsx'
import type { WrittenReport } from './use-reports.ts'

const asSaved = ({ version, at, sections }: WrittenReport) => ({ version, savedAt: at, entries: { ...sections } })

/** The report of a month, saved as it is written; its parts are brought together with what others save. */
export function useReportPaper(report: WrittenReport): Autosave<string> {
  const { ask, personId } = useSession()
  const queries = useQueryClient()
  // The session's `ask` is another after each sign-in; the paper stays.
  const asking = useRef(ask)
  asking.current = ask
  const [paper] = useState(() => {
    const path = `/api/reports/${report.month}`
    const heard = (now: WrittenReport) => {
      queries.setQueryData(['reports', personId, report.month], now)
      return asSaved(now)
    }
    return new Autosave<string>({
      name: `${personId}:report:${report.month}`,
      saved: asSaved(report),
      send: async (sections, over) => heard(await asking.current(path, { keep: { body: sections, over } })),
      read: async () => heard(await asking.current(path)),
    })
  })
  useSavedToTheLast(useState([paper])[0])
  // Two people write it: what one of them reads is what the other saved.
  useEffect(() => {
    const timer = setInterval(() => paper.catchUp(), 5_000)
    return () => clearInterval(timer)
  }, [paper])
  return paper
}
