import type { PriceFormulaKind } from '../evaluation/price-formula.ts'

/**
 * The sections of every service specification, in order, with what each has to say (requirements §6). They follow the
 * service specifications of the NHS Standard Contract (Schedule 2A: needs, outcomes, scope, standards, quality, premises).
 */
export const sections = {
  purpose: { title: 'Purpose and need', guidance: 'Why the service is wanted, and what the proposal found.' },
  population: {
    title: 'Who it is for',
    guidance: 'The people it serves, how many, who refers them, and who is not served.',
  },
  acceptance: {
    title: 'Acceptance and exclusion',
    guidance: 'Who is accepted and by what criteria, who is not and where they go instead, and when care ends.',
  },
  service: { title: 'The service', guidance: 'What is done, in what order, how soon, and where it ends.' },
  outcomes: { title: 'Outcomes', guidance: 'What is better for patients, how it is measured, and what is expected.' },
  access: {
    title: 'Access, choice and inequalities',
    guidance: 'Hours, places, waiting times, languages, and who is hard to reach.',
  },
  workforce: {
    title: 'Workforce',
    guidance: 'Skills, supervision, and what becomes of the staff who provide the service today.',
  },
  governance: {
    title: 'Clinical governance',
    guidance: 'Standards, safeguarding, incidents, and information governance.',
  },
  standards: {
    title: 'Standards that apply',
    guidance: 'National standards and guidance (NICE, royal colleges, safety alerts), and what is agreed locally.',
  },
  integration: {
    title: 'Working with others',
    guidance: 'How it fits with practices and other services, and what passes between them.',
  },
  premises: { title: 'Premises and equipment', guidance: 'Where it may be provided, and what is needed there.' },
  continuity: {
    title: 'Start, length and end of the contract',
    guidance: 'When the service starts, how patients pass from today’s service, how long it runs, and how it ends.',
  },
  reporting: { title: 'Activity and reporting', guidance: 'What is counted and reported, how often, and to whom.' },
} as const

export type Section = keyof typeof sections

export const sectionNames = Object.keys(sections) as [Section, ...Section[]]

/** The five key criteria of the NHS provider selection regime (SI 2023/1348, reg. 5). Each criterion says which it serves. */
export const keyCriteria = {
  quality: 'Quality and innovation',
  value: 'Value',
  integration: 'Integration, collaboration and service sustainability',
  access: 'Improving access, reducing health inequalities and facilitating choice',
  'social-value': 'Social value',
} as const

export type KeyCriterion = keyof typeof keyCriteria

export const keyCriterionNames = Object.keys(keyCriteria) as [KeyCriterion, ...KeyCriterion[]]

/**
 * What every price covers, in the words used wherever a price is asked for or told: prices are compared to fractions of a
 * point.
 */
export const priceBasis = `Prices are without VAT, and for the whole contract, over the length that the section “${sections.continuity.title}” gives.`

/** How a price becomes points, each formula with the words that are shown. */
export const priceFormulas = {
  'lowest-over-price': {
    name: 'Lowest price over price',
    says: `The lowest price earns the whole price share; any other earns the share times the lowest price divided by its own. ${priceBasis}`,
  },
  'linear-to-ceiling': {
    name: 'Linear between the lowest price and a ceiling',
    says: `The lowest price earns the whole price share, the ceiling or more earns nothing, and a price between them earns in proportion to how far it is below the ceiling. ${priceBasis}`,
  },
  'fixed-per-amount': {
    name: 'Fixed points for each amount above the lowest price',
    says: `The lowest price earns the whole price share; any other loses the fixed points for each amount by which it is higher, and a part of them for a part of the amount, down to nothing. ${priceBasis}`,
  },
} as const satisfies Record<PriceFormulaKind, { name: string; says: string }>
