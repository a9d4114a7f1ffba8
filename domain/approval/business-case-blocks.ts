import { checklist, checklistItems } from '../appraisal/checklist.ts'
import type { BusinessCase } from '../business-case/business-case.ts'
import type { Case } from '../case/case.ts'
import { type Names, plain } from '../decision-record/in-words.ts'
import { proposed } from '../decision-record/paper.ts'
import { publicProposal } from '../decision-record/public-parts.ts'
import { type Block, heading, list, table, words } from '../paper/paper.ts'
import { sectionNames, sections } from '../specification/template.ts'
import { happened } from '../time/deadline.ts'

/** The proposal with its costs and benefits, what the panel found, and the specification that it approved. */
export const businessCaseBlocks = (theCase: Case, { version, putAt }: BusinessCase, names: Names): Block[] => [
  words(
    `The panel approved version ${version} of the specification, and it was put to the approver at ${happened(putAt)}.`,
  ),
  ...proposed({ proposal: publicProposal(theCase) }, names),
  ...appraisedBlocks(theCase),
  ...specifiedBlocks(theCase, version),
]

/** What the panel found, question by question, and what it voted for and why. */
export function appraisedBlocks({ appraisal }: Case): Block[] {
  if (!appraisal) return []
  return [
    heading('What the panel found'),
    ...table(
      'The checklist',
      ['Question', 'Finding', 'Why'],
      checklistItems.flatMap((item) => {
        const answer = appraisal.answers[item]
        return answer ? [[checklist[item], answer.finding, answer.comment]] : []
      }),
    ),
    ...(appraisal.status === 'concluded'
      ? [words(`The panel voted to ${appraisal.verdict}. Its reasons:`), ...list(appraisal.reasons)]
      : []),
  ]
}

/** A version of the specification, and how tenders are judged by it. The case must have been loaded with its versions. */
export function specifiedBlocks({ versions }: Case, number: number): Block[] {
  const content = versions?.[number]?.content
  if (!content) throw new Error('The case was loaded without its versions.')
  const { criteria, priceShare } = content
  return [
    heading('The specification'),
    ...sectionNames.flatMap((section) => {
      const text = content.sections[section]
      return text ? [heading(sections[section].title, 3), words(text)] : []
    }),
    heading('How tenders will be judged'),
    ...table(
      'Criteria and weights',
      ['Criterion', 'Weight', 'At least'],
      [
        ...criteria.map(({ title, weight, minimum }) => [
          title,
          plain(weight),
          minimum === undefined ? '–' : String(minimum),
        ]),
        ['Price', plain(priceShare), '–'],
      ],
    ),
  ]
}
