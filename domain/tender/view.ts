import type { Case } from '../case/case.ts'
import { answeredQuestions, ownQuestions } from '../clarification/view.ts'
import { isAnnounced } from '../decision/decision.ts'
import { refuseUnless } from '../refusal.ts'
import { changesBetween } from '../specification/changes.ts'
import { priceExample } from '../specification/price-example.ts'
import { priceFormulaInWords } from '../specification/price-formula-in-words.ts'
import type { Version } from '../specification/specification.ts'
import { priceFormulas, sectionNames, sections } from '../specification/template.ts'
import type { Instant } from '../time/instant.ts'
import { questionsCloseAt, tenderDeadline } from './deadline.ts'
import { howJudged } from './how-judged.ts'
import { isToReconfirm } from './reconfirm.ts'
import type { Published, Sealed, Tender } from './tender.ts'

/** @throws Refusal `NotFound` while nothing is published */
export function publishedTender({ tender }: Case): Published {
  refuseUnless(tender && tender.status !== 'due', 'NotFound', 'There is no such tender.')
  return tender
}

/**
 * What everybody may know of a tender, and all that is needed to write and seal one. The case must have been loaded with
 * the versions of its specification.
 */
export function viewNotice(theCase: Case) {
  const tender = publishedTender(theCase)
  const { criteria, priceShare, priceFormula, specificationVersion } = tender.terms
  const before = tender.earlier.at(-1)
  return {
    caseId: theCase.id,
    title: theCase.proposal.form.title,
    area: theCase.proposal.form.area,
    round: tender.round,
    status: tender.status,
    publishedAt: tender.publishedAt,
    // Why the round before came to nothing, as the market was told.
    ...(before && { again: before.ended.because }),
    deadline: tenderDeadline(theCase),
    questionsCloseAt: questionsCloseAt(theCase),
    questionsOpen: tender.status === 'open' && !tender.questionsClosed,
    specificationVersion,
    specification: theCase.versions?.[specificationVersion]?.content.sections,
    sections: sectionsOf(theCase.versions?.[specificationVersion]),
    criteria,
    priceShare,
    priceFormula: {
      ...priceFormulas[priceFormula.kind],
      formula: priceFormula,
      named: priceFormulaInWords(priceFormula),
      example: priceExample(priceFormula, priceShare),
    },
    howJudged: howJudged(theCase, tender.terms),
    questions: answeredQuestions(tender.questions),
    changes: changesOf(tender, theCase.versions),
    publicKeys: tender.publicKeys,
    ...(tender.status === 'ended' && { ended: endOf(theCase, tender) }),
    // Published at the opening, without whose they are: each bidder finds their own, and nobody can add one later.
    ...('openedAt' in tender && {
      openedAt: tender.openedAt,
      hashes: Object.values(tender.tenders)
        .map(({ quality, price }) => ({ quality: hashes(quality), price: hashes(price) }))
        .sort((one, other) => (one.quality.sha256 < other.quality.sha256 ? -1 : 1)),
    }),
  }
}

/** Why a case was withdrawn is public; why it was sent back is for those who tendered, until it is tendered again. */
const endOf = ({ life }: Case, { ended }: Extract<Tender, { status: 'ended' }>): { at: Instant; because?: string } =>
  life.status === 'ended' ? ended : { at: ended.at }

/** The sections as the panel wrote them: in the order of the template, under its titles. */
const sectionsOf = (version: Version | undefined) =>
  version &&
  sectionNames.map((section) => ({ section, title: sections[section].title, text: version.content.sections[section] }))

/** Every change since the publication, with the words that differ where the versions have been loaded. */
const changesOf = ({ changes }: Published, versions: Case['versions'] = {}) =>
  changes.map((change) => {
    const [before, after] = [versions[change.from], versions[change.version]]
    return { ...change, differences: before && after ? changesBetween(before.content, after.content) : [] }
  })

const hashes = ({ sha256, contentSha256, documents }: Sealed) => ({
  sha256,
  contentSha256,
  documents: documents.map((document) => ({ id: document.id, bytes: document.bytes, sha256: document.sha256 })),
})

/** What a bidder's receipt says, besides the head of the record. */
export function receiptOf(tender: Pick<Published, 'round' | 'tenders'>, organisationId: string) {
  const own = tender.tenders[organisationId]
  return (
    own && {
      organisationId,
      round: tender.round,
      submittedAt: own.submittedAt,
      submittedBy: own.submittedBy,
      quality: hashes(own.quality),
      price: hashes(own.price),
    }
  )
}

/** This provider's own receipts of rounds that came to nothing, and why each did. */
const ownEarlier = (tender: Tender | undefined, organisationId: string) =>
  (tender?.earlier ?? []).flatMap((round) => {
    const receipt = receiptOf(round, organisationId)
    return receipt ? [{ ...receipt, publishedAt: round.publishedAt, ended: round.ended }] : []
  })

/** The notice with what is this provider's own. Nothing in it tells whether anybody else tendered. */
export function viewOwnTender(theCase: Case, organisationId: string) {
  const earlier = ownEarlier(theCase.tender, organisationId)
  // Between two rounds there is no notice; a provider's receipts are theirs all the same.
  if (theCase.tender?.status === 'due' && earlier.length > 0) {
    const { round, status } = theCase.tender
    const { title, area } = theCase.proposal.form
    return { caseId: theCase.id, title, area, round, status, organisationId, tender: null, ownQuestions: [], earlier }
  }
  const tender = publishedTender(theCase)
  return {
    ...viewNotice(theCase),
    organisationId,
    tender: receiptOf(tender, organisationId) ?? null,
    toReconfirm: tender.status === 'open' && isToReconfirm(tender, organisationId),
    ...(tender.status === 'ended' && { ended: tender.ended }),
    ...(tender.withdrawn[organisationId] && { withdrawn: tender.withdrawn[organisationId] }),
    earlier,
    ...(isAnnounced(theCase.decision) && { told: true as const }),
    ownQuestions: ownQuestions(tender.questions, organisationId),
  }
}
