import { useCallback, useEffect, useRef, useState } from 'react'
import { newDocumentSeal } from '../../../../domain/tender/seal.ts'
import { chunksOf } from '../../../../domain/tender/sealed-document.ts'
import type { PublicKeys } from '../../../../domain/tender/tender.ts'
import { useSession } from '../../session/session.tsx'
import { checkFile } from './check-file.ts'
import type { Draft, DraftDocument, Half } from './draft.ts'
import { upload } from './upload.ts'

interface Uploads {
  draft: Draft | undefined
  change(to: (before: Draft) => Draft): void
  publicKeys: PublicKeys
  whose: { caseId: string; round: number; organisationId: string }
}

/** What is done with a document besides what the draft knows. */
export type UploadState = 'uploading' | 'interrupted'

/** Checks, seals and uploads what is attached, one document after another, and goes on with what a draft had begun. */
export function useUploads({ draft, change, publicKeys, whose }: Uploads) {
  const { ask } = useSession()
  const [states, setStates] = useState<Record<string, UploadState>>({})
  const running = useRef(new Map<string, AbortController>())
  const asking = useRef(ask)
  asking.current = ask

  const alter = useCallback(
    (half: Half, key: string, to: Partial<DraftDocument>) =>
      change((before) => ({
        ...before,
        documents: {
          ...before.documents,
          [half]: before.documents[half].map((one) => (one.key === key ? { ...one, ...to } : one)),
        },
      })),
    [change],
  )

  const { caseId, round, organisationId } = whose
  const { quality: qualityKey, price: priceKey } = publicKeys
  const run = useCallback(
    async (half: Half, { key, file, ...document }: DraftDocument, signal: AbortSignal) => {
      const say = (state: UploadState) => setStates((before) => ({ ...before, [key]: state }))
      const checked = document.checked ?? (await checkFile(file))
      // What cannot be submitted is not kept either: only its name, beside what is wrong with it.
      if ('fault' in checked) return alter(half, key, { fault: checked.fault, file: new File([], file.name) })
      const seal = document.seal ?? (await newDocumentSeal(half === 'quality' ? qualityKey : priceKey))
      alter(half, key, { checked, seal })
      say('uploading')
      await upload({
        file,
        seal,
        binding: { caseId, round, organisationId, kind: half, documentId: seal.id },
        chunks: document.chunks,
        ask: (...asked) => asking.current(...asked),
        signal,
        onChunk: (chunks) => alter(half, key, { chunks }),
        onConnection: (state) => say(state === 'lost' ? 'interrupted' : 'uploading'),
      })
    },
    [alter, caseId, round, organisationId, qualityKey, priceKey],
  )

  useEffect(() => {
    if (!draft) return
    for (const half of ['quality', 'price'] as const)
      for (const document of draft.documents[half]) {
        const { key, file, fault, seal, chunks } = document
        const done = fault !== undefined || (seal && chunks.length === chunksOf(file.size))
        if (done || running.current.has(key)) continue
        const control = new AbortController()
        running.current.set(key, control)
        run(half, document, control.signal).catch((error: Error) => {
          if (!control.signal.aborted) alter(half, key, { fault: error.message })
        })
      }
  }, [draft, run, alter])

  const stop = useCallback((key: string) => {
    running.current.get(key)?.abort()
    running.current.delete(key)
  }, [])
  useEffect(() => {
    const all = running.current
    return () => {
      for (const control of all.values()) control.abort()
      all.clear()
    }
  }, [])
  return { states, stop }
}
