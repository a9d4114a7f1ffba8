import { useCallback, useEffect, useRef, useState } from 'react'
import { newDocumentSeal } from '../../../../domain/tender/seal.ts'
import { chunksOf } from '../../../../domain/tender/sealed-document.ts'
import type { PublicKeys } from '../../../../domain/tender/tender.ts'
import { useSession } from '../../session/session.tsx'
import { checkInParts } from './check-file.ts'
import type { Draft, DraftDocument, Half } from './draft.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import { type Held, upload } from './upload.ts'
import { whenOnline } from './when-online.ts'

interface Uploads {
  draft: Draft | undefined
  keeper: DraftKeeper
  publicKeys: PublicKeys
  whose: { caseId: string; round: number; organisationId: string }
}

/** What is done with a document besides what the draft knows: it is uploading, or why it waits. */
export type UploadState = 'uploading' | Held

const isDone = ({ fault, seal, chunks, file }: DraftDocument): boolean =>
  fault !== undefined || (seal !== undefined && chunks.length === chunksOf(file.size))

/** Checks, seals and uploads what is attached, and goes on with what a draft had begun; in one tab alone, whichever came first. */
export function useUploads({ draft, keeper, publicKeys, whose }: Uploads) {
  const { ask } = useSession()
  const [states, setStates] = useState<Record<string, UploadState>>({})
  const running = useRef(new Map<string, AbortController>())
  const asking = useRef(ask)
  asking.current = ask

  const alter = useCallback(
    (half: Half, key: string, to: Partial<DraftDocument>) =>
      keeper.change((before) => ({
        ...before,
        documents: {
          ...before.documents,
          [half]: before.documents[half].map((one) => (one.key === key ? { ...one, ...to } : one)),
        },
      })),
    [keeper],
  )

  const { caseId, round, organisationId } = whose
  const { quality: qualityKey, price: priceKey } = publicKeys
  const run = useCallback(
    async (half: Half, { key, file, ...document }: DraftDocument, signal: AbortSignal) => {
      const say = (state: UploadState) => setStates((before) => ({ ...before, [key]: state }))
      const checked = document.checked?.parts ? document.checked : await checkInParts(file)
      // What cannot be submitted is not kept either: only its name, beside what is wrong with it.
      if ('fault' in checked) return alter(half, key, { fault: checked.fault, file: new File([], file.name) })
      const seal = document.seal ?? (await newDocumentSeal(half === 'quality' ? qualityKey : priceKey))
      alter(half, key, { checked, seal })
      say('uploading')
      await upload({
        file,
        parts: checked.parts,
        seal,
        binding: { caseId, round, organisationId, kind: half, documentId: seal.id },
        chunks: document.chunks,
        ask: (...asked) => asking.current(...asked),
        signal,
        onChunk: (chunks) => alter(half, key, { chunks }),
        onHeld: (held) => say(held ?? 'uploading'),
        pause: whenOnline,
      })
    },
    [alter, caseId, round, organisationId, qualityKey, priceKey],
  )

  /** Two tabs that sealed the same document would each have a key of it: the other tab's work is looked at first. */
  const runAlone = useCallback(
    (half: Half, { key, file }: DraftDocument, signal: AbortSignal) =>
      navigator.locks.request(`redesign-panels:upload:${key}`, { signal }, async () => {
        await keeper.keep()
        await keeper.read()
        const document = keeper.view().draft?.documents[half].find((one) => one.key === key)
        if (!document || isDone(document)) return
        // The file as it was attached here: what is read from the browser's database is gone once it is kept there anew.
        await run(half, { ...document, file }, signal).catch((error: Error) => {
          if (!signal.aborted) alter(half, key, { fault: error.message })
        })
        await keeper.keep()
      }),
    [keeper, run, alter],
  )

  useEffect(() => {
    if (!draft) return
    for (const half of ['quality', 'price'] as const)
      for (const document of draft.documents[half]) {
        const { key } = document
        if (isDone(document) || running.current.has(key)) continue
        const control = new AbortController()
        running.current.set(key, control)
        runAlone(half, document, control.signal)
          .catch(() => {})
          .finally(() => running.current.delete(key))
      }
  }, [draft, runAlone])

  const stop = useCallback((key: string) => {
    running.current.get(key)?.abort()
    running.current.delete(key)
  }, [])
  const stopAll = useCallback(() => {
    for (const key of [...running.current.keys()]) stop(key)
  }, [stop])
  useEffect(() => stopAll, [stopAll])
  return { states, stop, stopAll }
}
