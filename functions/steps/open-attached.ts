import type { Attached, OpenedDocument } from '../../domain/tender/document.ts'
import type { Binding } from '../../domain/tender/envelope.ts'
import type { SealedDocument } from '../../domain/tender/sealed-document.ts'
import { type Instant, millisecondsBetween } from '../../domain/time/instant.ts'
import type { Deps } from '../runtime/deps.ts'
import { openedKey } from '../store/opened-store.ts'
import { type Outcome, openDocument } from './open-document.ts'
import type { Unwrap } from './unwrap.ts'

/** How much one call of a step opens: the rest is for its next, so that no number of documents is too many for it. */
const BYTES_AT_ONCE = 1_000_000_000
/**
 * How long an outcome waits for the malware scanner, from when the document was opened; after that it says that nobody has
 * looked.
 */
const SCANNING_MILLISECONDS = 30 * 60_000

type Opening = Pick<Deps, 'sealedTenders' | 'documents' | 'malware' | 'now'>

/** An outcome, and when the document was opened. */
type Kept = Outcome & { at: string }

/** How long one call goes on with the next document: its function has 300 seconds, and the slowest document takes one of them in six. */
const OPENING_MILLISECONDS = 200_000

/** How far one call of an opening step may still go: by what has arrived, not by what a bidder says of it, and by the clock. */
export class Allowance {
  #bytes = BYTES_AT_ONCE
  readonly #now: () => Instant
  readonly #began: Instant

  constructor({ now }: Pick<Deps, 'now'>) {
    this.#now = now
    this.#began = now()
  }

  takes({ chunks }: SealedDocument): boolean {
    const bytes = chunks.reduce((sum, chunk) => sum + chunk.bytes, 0)
    const allowed = this.#bytes > 0 && millisecondsBetween(this.#began, this.#now()) < OPENING_MILLISECONDS
    this.#bytes -= allowed ? bytes : 0
    return allowed
  }
}

/**
 * Opens the documents of one envelope. What one call has opened, the next finds done: each outcome is kept beside its
 * document. @returns undefined when there is more to do in another call
 */
export async function openAttached(
  deps: Opening,
  unwrap: Unwrap,
  binding: Binding,
  { attached, sealed, allowance }: { attached: Attached[]; sealed: SealedDocument[]; allowance: Allowance },
): Promise<OpenedDocument[] | undefined> {
  const opened: OpenedDocument[] = []
  let unfinished = false
  for (const one of attached) {
    const document = sealed.find(({ id }) => id === one.id)
    const outcome = document
      ? await openOnce(deps, unwrap, binding, document, one, allowance)
      : {
          outcome: 'failed' as const,
          id: one.id,
          name: one.name,
          reason: 'It was not submitted with the tender.',
          at: '',
        }
    const settled = outcome && (await settledNow(deps, outcome))
    if (settled) opened.push(settled)
    else unfinished = true
  }
  const strangers = sealed.filter(({ id }) => !attached.some((one) => one.id === id))
  const reason = 'It was submitted, but the envelope does not mention it.'
  return unfinished
    ? undefined
    : [...opened, ...strangers.map(({ id }) => ({ outcome: 'failed' as const, id, reason }))]
}

async function openOnce(
  deps: Opening,
  unwrap: Unwrap,
  binding: Binding,
  sealed: SealedDocument,
  attached: Attached,
  allowance: Allowance,
): Promise<Kept | undefined> {
  const key = `${openedKey(binding, sealed.id)}.outcome`
  const before = await kept(deps, key)
  if (before) return before
  if (!allowance.takes(sealed)) return undefined
  const outcome = {
    ...(await openDocument(deps, unwrap, { ...binding, documentId: sealed.id }, sealed, attached)),
    at: deps.now(),
  }
  await deps.documents.put(key, new TextEncoder().encode(JSON.stringify(outcome)))
  return outcome
}

async function kept(deps: Pick<Deps, 'documents'>, key: string): Promise<Kept | undefined> {
  try {
    return JSON.parse(new TextDecoder().decode(await deps.documents.get(key)))
  } catch (error) {
    if ((error as Error).name !== 'DocumentNotFound') throw error
    return undefined
  }
}

async function settledNow(
  deps: Pick<Deps, 'malware' | 'now'>,
  { at, ...outcome }: Kept,
): Promise<OpenedDocument | undefined> {
  if (outcome.outcome === 'failed') return outcome
  const waitsForScanner = millisecondsBetween(at, deps.now()) < SCANNING_MILLISECONDS
  const malware = outcome.malware === 'pending' ? await deps.malware.verdictOn(outcome.documentKey) : outcome.malware
  if (malware === 'pending') return waitsForScanner ? undefined : { ...outcome, malware: 'not looked for' }
  const { id, name } = outcome
  return malware === 'found'
    ? { outcome: 'failed', id, name, reason: 'Malware was found in it. It is not shown to anybody.' }
    : { ...outcome, malware }
}
