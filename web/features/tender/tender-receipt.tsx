import { capital } from '../../capital.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Facts } from '../../nhs/facts.tsx'
import { at } from '../../time.ts'
import { personName } from '../people/names.ts'
import { useMe, useNames } from '../people/use-names.ts'
import { KeptDraft } from './kept-draft.tsx'
import type { OwnTender, Receipt } from './notice.ts'
import { type Draft, draftName, holdsWords } from './sealing/draft.ts'
import { useDraft } from './sealing/use-draft.ts'
import { words } from './words.ts'

/** What was submitted, by its hashes, with the head of the record: to be printed or kept as a file. */
export function TenderReceipt({ own, personId }: { own: OwnTender; personId: string }) {
  const { receipt } = words
  const { tender, head, title, caseId } = own
  const names = useNames()
  const { data: me } = useMe()
  const { keeper, draft, kept } = useDraft(draftName(personId, own))
  if (!tender) return <p>{receipt.none}</p>
  // It is kept and shown to others: it says a name, not “you”.
  const by = tender.submittedBy === me?.person.id ? me.person.name : capital(personName(names, tender.submittedBy))
  const envelope = (
    what: string,
    { sha256, contentSha256, documents }: Receipt['quality'],
  ): [string, React.ReactNode][] => [
    [
      what,
      <>
        {sha256}
        <br />
        {receipt.facts.content}: {contentSha256}
      </>,
    ],
    ...documents.map(({ id, bytes, sha256: hash }, index): [string, React.ReactNode] => [
      `${receipt.facts.document} (${what.split(',')[0]?.toLowerCase()}, ${index + 1})`,
      <>
        {nameOf(id, draft)} ({words.document.size(bytes)})
        <br />
        {hash}
      </>,
    ]),
  ]
  return (
    <>
      <p>{receipt.keep}</p>
      <Facts
        facts={[
          [receipt.facts.tender, title],
          [receipt.facts.round, String(tender.round)],
          [receipt.facts.organisation, names.place(tender.organisationId)],
          [receipt.facts.at, `${at(tender.submittedAt)} (${tender.submittedAt})`],
          [receipt.facts.by, by],
          ...envelope(receipt.facts.quality, tender.quality),
          ...envelope(receipt.facts.price, tender.price),
          head ? [receipt.facts.record, head.hash] : undefined,
        ]}
      />
      <div className="nhsuk-button-group">
        <ActionButton onClick={() => print()}>{receipt.print}</ActionButton>
        <ActionButton
          kind="secondary"
          onClick={() =>
            save(`receipt-${caseId}-${tender.round}.json`, { ...tender, submittedByName: by, caseId, title, head })
          }
        >
          {receipt.download}
        </ActionButton>
      </div>
      {own.status === 'open' && draft && holdsWords(draft) && (
        <KeptDraft kept={kept} said={receipt.draft} forget={() => keeper.forget()} />
      )}
    </>
  )
}

/** The name of a document, where this browser still knows it: the service does not. */
function nameOf(id: string, draft: Draft | undefined): string {
  const all = [...(draft?.documents.quality ?? []), ...(draft?.documents.price ?? [])]
  return all.find(({ seal }) => seal?.id === id)?.file.name ?? id
}

function save(name: string, content: unknown): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
