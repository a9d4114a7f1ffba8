import { Link, useParams } from '@tanstack/react-router'
import { Problem } from '../../api.ts'
import { words } from './declare-first-words.ts'

/** Where a page or a deed is kept from somebody who has not declared: the way to where they declare. */
export function DeclareFirst({ error }: { error?: Error | null | undefined }) {
  const { caseId } = useParams({ strict: false })
  const code = error instanceof Problem ? error.code : undefined
  if (code === 'DeclareInterests')
    return (
      <p>
        <Link to="/interests">{words.register}</Link>
      </p>
    )
  if (code !== 'DeclareFirst' || caseId === undefined) return null
  return (
    <p>
      <Link to="/cases/$caseId/declaration" params={{ caseId }}>
        {words.case}
      </Link>
    </p>
  )
}
