import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Suggestion } from '../../../domain/register/names.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { useSession } from '../session/session.tsx'
import { words } from './words.ts'

/** So long nobody types on before the register is asked, in milliseconds. */
const PAUSE = 300

/** Organisations of the register whose names are like the one being typed. A suggestion decides nothing: a person chooses. */
export function NamesLikeThis({ name, onChoose }: { name: string; onChoose(organisationId: string): void }) {
  const { ask } = useSession()
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(name.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [name])
  const { data } = useQuery({
    queryKey: ['names like', asked],
    queryFn: () =>
      ask<{ suggestions: Suggestion[] }>(`/api/register/suggestions?name=${encodeURIComponent(asked.slice(0, 200))}`),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  const like = asked === '' ? [] : (data?.suggestions ?? [])
  return (
    <div role="status">
      {like.length > 0 && <p>{words.like}</p>}
      {like.map(({ organisationId, name: theirs }) => (
        <ActionButton key={organisationId} kind="secondary" small onClick={() => onChoose(organisationId)}>
          {words.itIs(theirs)}
        </ActionButton>
      ))}
    </div>
  )
}
