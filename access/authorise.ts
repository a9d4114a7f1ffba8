import { readFileSync } from 'node:fs'
import type { PolicyJson } from '@cedar-policy/cedar-wasm/nodejs'
import { cedar } from './cedar.ts'
import { allowedBy } from './left-open.ts'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const POLICIES = 'policies'
const SCHEMA = 'schema'

const policies = read('./policies.cedar')
/**
 * Every request is held against the schema wherever it is developed, tested and run on one machine. In Lambda it is not: reading
 * the schema takes a third of the API's cold start, and what the tests have not asked is denied by default.
 */
const validates = process.env['AWS_LAMBDA_FUNCTION_NAME'] === undefined
const problems = [
  cedar.preparsePolicySet(POLICIES, { staticPolicies: policies }),
  ...(validates ? [cedar.preparseSchema(SCHEMA, read('./redesign-panels.cedarschema'))] : []),
].flatMap((answer) => (answer.type === 'failure' ? answer.errors : []))
if (problems.length > 0)
  throw new Error(`The access policies cannot be read: ${problems.map(({ message }) => message).join('; ')}`)

if (/\b(Person|Case)::"|(ractice|rganisation)\s*[=!]=\s*"/.test(policies))
  throw new Error(
    'The access policies name a single person, case, practice or organisation; decisions are remembered without names.',
  )

export interface Principal {
  id: string
  /** The capacity in which the person asks. */
  as: string
  practice?: string | undefined
  organisation?: string | undefined
}

export interface CaseResource {
  id: string
  status: string
  stage: string
  submittedBy: string
  proposerPractice?: string | undefined
  proposerOrganisation?: string | undefined
  /** A tender of the case has been published, in this round or an earlier one. */
  tenderPublished: boolean
}

type Uid = { type: string; id: string }
const uid = (type: string, id: string): Uid => ({ type, id })
const present = (attributes: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== undefined))

/** What Cedar has decided, by the request as it was put to it; emptied when it is full. */
const decided = new Map<string, boolean>()
const MOST_DECIDED = 20_000

/** The same of many actions at once: what is allowed by what it left of the policies, by the request without its action. */
const leftOpen = new Map<string, (action: string) => boolean>()
const MOST_LEFT_OPEN = 100

/** What is asked about: a case; without `resource`, one of which nothing has been read yet. */
interface About {
  resource?: CaseResource
  /** The person has a conflict of interest in it. */
  excluded: boolean
}

/** Whether a person, in one capacity, may do something to a case, or (without one) in the programme. Denies by default. */
export function mayDo(principal: Principal, action: string, about?: About): boolean {
  const request = { ...requestOf(principal, about), action: uid('Action', action) }
  return remembered(decided, MOST_DECIDED, request, () => decide(action, request))
}

/**
 * Which of these actions the person may do, in one capacity, to a case. Cedar is asked once, with the action left open: a page
 * shows what can be done of a hundred and forty, and to ask for each took a process most of its first answer.
 */
export function mayDoWhich(principal: Principal, actions: readonly string[], about: About): string[] {
  const request = { ...requestOf(principal, about), action: null }
  return actions.filter(remembered(leftOpen, MOST_LEFT_OPEN, request, () => allowedBy(whatIsLeft(request))))
}

function remembered<Answer>(answers: Map<string, Answer>, most: number, request: object, ask: () => Answer): Answer {
  const key = JSON.stringify(request)
  const before = answers.get(key)
  if (before !== undefined) return before
  if (answers.size >= most) answers.clear()
  const answer = ask()
  answers.set(key, answer)
  return answer
}

/**
 * The request with nobody's name in it: no policy names a person, a case, a practice or another organisation, so which they are
 * matters only as far as they are the same. Hence two requests that differ in names alone are one, and Cedar, which takes a third
 * of a millisecond for each, is asked once for all nineteen practices.
 */
function requestOf(principal: Principal, about?: About) {
  const person = uid('Person', 'who-asks')
  const theCase = about?.resource
  const submitter = theCase?.submittedBy === principal.id ? person : uid('Person', 'another')
  const resource = theCase
    ? uid('Case', 'the-case')
    : about
      ? uid('Matter', 'the-case')
      : uid('Programme', 'the-programme')
  const { as, practice, organisation } = principal
  return {
    principal: person,
    resource,
    context: about ? { excluded: about.excluded } : {},
    entities: [
      {
        uid: person,
        attrs: present({ as, practice: practice && OWN, organisation: organisation && OWN }),
        parents: [],
      },
      {
        uid: resource,
        attrs: theCase
          ? {
              ...present({
                status: theCase.status,
                stage: theCase.stage,
                proposerPractice: nameless(theCase.proposerPractice, practice),
                proposerOrganisation: nameless(theCase.proposerOrganisation, organisation),
              }),
              submittedBy: { __entity: submitter },
              tenderPublished: theCase.tenderPublished,
            }
          : {},
        parents: [],
      },
    ],
  }
}

const OWN = 'their-own'

/** @param own of the person who asks */
const nameless = (name: string | undefined, own: string | undefined): string | undefined =>
  name && (name === own ? OWN : 'another')

type Request = ReturnType<typeof requestOf>

function decide(action: string, request: Request & { action: Uid }): boolean {
  const answer = cedar.statefulIsAuthorized({
    ...request,
    preparsedPolicySetId: POLICIES,
    ...(validates && { preparsedSchemaName: SCHEMA, validateRequest: true }),
  })
  if (answer.type === 'failure')
    throw new Error(`Cedar could not judge “${action}”: ${answer.errors.map(({ message }) => message).join('; ')}`)
  return answer.response.decision === 'allow'
}

function whatIsLeft(request: Request & { action: null }): PolicyJson[] {
  const answer = cedar.isAuthorizedPartial({ ...request, policies: { staticPolicies: policies } })
  if (answer.type === 'failure')
    throw new Error(`Cedar could not judge what may be done: ${answer.errors.map(({ message }) => message).join('; ')}`)
  if (answer.response.errored.length > 0)
    throw new Error(`Cedar could not work out ${answer.response.errored.join(', ')} of the access policies.`)
  return Object.values(answer.response.residuals)
}
