import { worksOf } from '../../../domain/conflict/employment.ts'
import { organisationSchema } from '../../../domain/locality/locality.ts'
import { digest, hashSchema } from '../../../domain/record/chain.ts'
import {
  declarationSchema,
  type Interest,
  type Relation,
  recordedInterestSchema,
} from '../../../domain/register/declaration.ts'
import { declarationStatus, expiresAt } from '../../../domain/register/expiry.ts'
import { incompatiblePeople, strangeNames } from '../../../domain/register/incompatible.ts'
import { suggestions } from '../../../domain/register/names.ts'
import { NEW, organisationVersion } from '../../../domain/register/organisation.ts'
import { claimsOn } from '../../../domain/register/own-interest.ts'
import { emptyEntry, type RegisterEvent, tellRegister } from '../../../domain/register/register.ts'
import { entryName, suggestedIn } from '../../../domain/register/strike.ts'
import { defaultRuleBook } from '../../../domain/rule-book/rule-book.ts'
import * as z from '../../../domain/zod.ts'
import { loadEverybody, loadNames } from '../../store/locality-store.ts'
import {
  exportRegister,
  type RegisterPast,
  readOrganisationPast,
  readOwnPast,
  readRegisterPast,
} from '../../store/register-past.ts'
import { loadOrganisations, loadRegister, registerHead } from '../../store/register-store.ts'
import { authorise } from '../access.ts'
import {
  ownInterestsAnswer,
  registerAnswer,
  registerExportAnswer,
  registerPastAnswer,
  suggestionsAnswer,
} from '../answers/register.ts'
import type { Api } from '../api.ts'
import { partOfExport } from '../in-parts.ts'
import { numberAsked } from '../numbers.ts'
import { registerCommand } from '../register-command.ts'
import { idSchema, reason } from '../text.ts'
import { noQuery, pageLimit, programmeView } from '../view.ts'

/** The register is of no single case, so the defaults of the rule book hold for it. */
const settings = () => defaultRuleBook().conflict

/** Of names that are like one, so many are shown. */
const SUGGESTED = 3

/** The register of interests (requirements §4): everybody declares their own, the secretariat maintains organisations. */
export function registerRoutes(app: Api): void {
  registerCommands(app)
  registerViews(app)
}

/** One entry of somebody in the register, and why it is wrong. */
const struck = z.strictObject({
  person: idSchema,
  entry: hashSchema.describe('The `entry` of what is struck out, as the register gives it'),
  reason,
})

const named = <One extends Interest | Relation>(one: One) => ({ ...one, entry: entryName(one) })

function registerCommands(app: Api): void {
  registerCommand(app, {
    name: 'declare-interests',
    summary: 'Declare your interests, all of them, or that you have nothing to declare',
    body: z.strictObject({ declaration: declarationSchema }),
    command: ({ declaration }, { person }) => ({ type: 'Declare', person: person.id, declaration }),
  })
  registerCommand(app, {
    name: 'record-interest',
    summary:
      'Record somebody else’s interest that is known from another source: they are told of it, and it bars nobody by itself',
    body: z.strictObject({ person: idSchema, interest: recordedInterestSchema }),
    command: (body, { person }) => ({ type: 'RecordInterest', ...body, by: person.id }),
  })
  registerCommand(app, {
    name: 'strike-interest',
    summary: 'Strike out an interest that the register suggests, with the reason',
    body: struck,
    command: (body, { person }) => ({ type: 'StrikeInterest', ...body, by: person.id }),
  })
  registerCommand(app, {
    name: 'strike-relation',
    summary:
      'Strike out a relative or business partner whom somebody named by mistake, and left out since, with the reason',
    body: struck,
    command: (body, { person }) => ({ type: 'StrikeRelation', ...body, by: person.id }),
  })
  registerCommand(app, {
    name: 'record-organisation',
    summary: 'Record an organisation as it is now: its names, what it owns, and where it provides or intends to',
    body: z.strictObject({
      organisation: organisationSchema,
      over: z
        .union([z.literal(NEW), hashSchema])
        .describe(
          'The `version` of the organisation that you read, or `new`: refused when somebody has changed it since',
        ),
      reason,
    }),
    command: (body, { person }) => ({ type: 'RecordOrganisation', ...body, by: person.id }),
  })
}

function registerViews(app: Api): void {
  programmeView(app, {
    name: 'view-own-interests',
    path: '/api/register/mine',
    summary: 'What you declared, until when it is valid, what the register suggests, and the history',
    answer: ownInterestsAnswer,
    query: noQuery,
    view: async ({ known, deps }) => {
      const { person } = authorise(known, 'view-own-interests')
      const [register, past] = await Promise.all([loadRegister(deps), readOwnPast(deps, person.id)])
      const entry = register.entries.find((one) => one.person === person.id) ?? emptyEntry(person.id)
      const { declaration, declaredAt, droppedRelations = [], belonged = [] } = entry
      const claims = claimsOn(person.id, register)
      const names = await loadNames(
        deps,
        claims.map(({ personId }) => personId),
      )
      return {
        version: digest(entry).slice(0, 16),
        status: declarationStatus(declaredAt, deps.now(), settings()),
        ...(declaration && { declaration }),
        ...(declaredAt !== undefined && { declaredAt, expiresAt: expiresAt(declaredAt, settings()) }),
        // Who entered it is the business of those who rule.
        suggested: suggestedIn(entry).map((one) => ('by' in one ? { ...one, by: undefined } : one)),
        suggestedRelations: droppedRelations,
        claims: claims.map((one) => ({ ...one, name: names[one.personId] ?? one.personId })),
        belonged,
        // Numbered as their own: the record's numbers count what others declared.
        past: past.map((one, index) => ({ ...told(one), sequence: past.length - index })),
      }
    },
  })
  programmeView(app, {
    name: 'view-register',
    path: '/api/register',
    summary: 'The whole register: organisations, what everybody declared, and what needs looking at',
    answer: registerAnswer,
    query: noQuery,
    view: async ({ known, deps }) => {
      authorise(known, 'view-register')
      const [register, people] = await Promise.all([loadRegister(deps), loadEverybody(deps)])
      const { organisations, entries } = register
      const at = deps.now()
      return {
        register: register.version,
        organisations: organisations.map((one) => ({ ...one, version: organisationVersion(one) })),
        people: people.map(({ id, name }) => {
          const entry = entries.find((one) => one.person === id) ?? emptyEntry(id)
          const { declaredAt, recorded, dropped, droppedRelations = [], belonged = [] } = entry
          const byName = {
            recorded: recorded.map(named),
            dropped: dropped.map(named),
            droppedRelations: droppedRelations.map(named),
            belonged: belonged.map(named),
          }
          const expires = declaredAt === undefined ? {} : { expiresAt: expiresAt(declaredAt, settings()) }
          return { ...entry, ...byName, name, status: declarationStatus(declaredAt, at, settings()), ...expires }
        }),
        unknownNames: strangeNames(organisations, entries).map((name) => ({
          name,
          like: suggestions(name, organisations).slice(0, SUGGESTED),
        })),
        incompatible: incompatiblePeople(organisations, entries, worksOf(people, organisations)),
      }
    },
  })
  programmeView(app, {
    name: 'view-register-record',
    path: '/api/register/record',
    summary: 'Everything that happened to the register, or to one organisation in it: the latest first',
    answer: registerPastAnswer,
    query: z.object({
      organisation: idSchema.optional(),
      limit: pageLimit,
      before: numberAsked.optional().meta({ description: '`next` of the page before' }),
    }),
    view: async ({ known, deps, query }) => {
      authorise(known, 'view-register-record')
      if (query.organisation !== undefined)
        return { past: (await readOrganisationPast(deps, query.organisation)).map(told) }
      const { sequence } = await registerHead(deps)
      const last = Math.min(sequence, (query.before ?? sequence + 1) - 1)
      const after = Math.max(0, last - query.limit)
      const past = await readRegisterPast(deps, { after, limit: last - after })
      return { past: past.toReversed().map(told), ...(after > 0 && { next: after + 1 }) }
    },
  })
  programmeView(app, {
    name: 'export-register',
    path: '/api/register/export',
    summary: 'The whole record of the register, for `npm run verify`',
    answer: registerExportAnswer,
    query: partOfExport,
    large: true,
    view: ({ known, deps }) => {
      authorise(known, 'export-register')
      return exportRegister(deps)
    },
  })
  programmeView(app, {
    name: 'suggest-organisations',
    path: '/api/register/suggestions',
    summary: 'Organisations whose name is like this one: suggestions, from which a person chooses',
    answer: suggestionsAnswer,
    query: z.object({ name: z.string().trim().min(1, 'Enter a name').max(200) }),
    view: async ({ known, deps, query: { name } }) => {
      authorise(known, 'suggest-organisations')
      return { suggestions: suggestions(name, await loadOrganisations(deps)).slice(0, SUGGESTED) }
    },
  })
}

function told({ sequence, at, by, type, data }: RegisterPast) {
  const sentence = data === undefined ? 'What it said has been erased.' : tellRegister({ type, data } as RegisterEvent)
  return { sequence, at, by, type, told: sentence }
}
