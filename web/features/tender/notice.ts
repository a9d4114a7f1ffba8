import type { viewNotice, viewOwnTender } from '../../../domain/tender/view.ts'

/** What everybody sees of a tender. */
export type Notice = ReturnType<typeof viewNotice>

/** The same with what is one provider's own. */
export type OwnTender = Notice &
  ReturnType<typeof viewOwnTender> & {
    head?: { hash: string }
    missingDocument?: true
  }

export type Receipt = NonNullable<OwnTender['tender']>
