import { readFileSync } from 'node:fs'
import { preparsePolicySet, preparseSchema, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const POLICIES = 'policies'
const SCHEMA = 'schema'

const problems = [
  preparsePolicySet(POLICIES, { staticPolicies: read('./policies.cedar') }),
  preparseSchema(SCHEMA, read('./redesign-panels.cedarschema')),
].flatMap((answer) => (answer.type === 'failure' ? answer.errors : []))
if (problems.length > 0)
  throw new Error(`The access policies cannot be read: ${problems.map(({ message }) => message).join('; ')}`)

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
}

const uid = (type: string, id: string) => ({ type, id })
const present = (attributes: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== undefined))

/** Whether a person, in one capacity, may do something to a case, or (without one) in the programme. Denies by default. */
export function mayDo(
  principal: Principal,
  action: string,
  about?: { resource: CaseResource; excluded: boolean },
): boolean {
  const person = uid('Person', principal.id)
  const { id: _, ...attributes } = principal
  const resource = about ? uid('Case', about.resource.id) : uid('Programme', 'the-programme')
  const answer = statefulIsAuthorized({
    principal: person,
    action: uid('Action', action),
    resource,
    context: about ? { excluded: about.excluded } : {},
    preparsedPolicySetId: POLICIES,
    preparsedSchemaName: SCHEMA,
    validateRequest: true,
    entities: [
      { uid: person, attrs: present(attributes), parents: [] },
      {
        uid: resource,
        attrs: about
          ? {
              ...present({
                status: about.resource.status,
                stage: about.resource.stage,
                proposerPractice: about.resource.proposerPractice,
                proposerOrganisation: about.resource.proposerOrganisation,
              }),
              submittedBy: { __entity: uid('Person', about.resource.submittedBy) },
            }
          : {},
        parents: [],
      },
    ],
  })
  if (answer.type === 'failure')
    throw new Error(`Cedar could not judge “${action}”: ${answer.errors.map(({ message }) => message).join('; ')}`)
  return answer.response.decision === 'allow'
}
