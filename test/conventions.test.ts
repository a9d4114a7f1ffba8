import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { app } from '../functions/api/app.ts'
import { shapesFile } from '../functions/store/shapes-file.ts'
import { type Operation, unmatchedActions } from './conventions/access.ts'
import { brokenLinks, untoldTests } from './conventions/documents.ts'
import { drawers, longFiles, longSteps, misplacedTests, spelledKeys } from './conventions/house.ts'
import { nhsElsewhere, wrongDirections, zodElsewhere } from './conventions/imports.ts'
import { doublyNumbered, unpinned, unreasoned } from './conventions/parts.ts'
import { badNames, brokenLoops, brokenThreads, carelessTasks } from './conventions/thread.ts'
import { house, readTree, type Tree } from './conventions/tree.ts'

const tree = readTree()

/** The architecture of design §1, rule by rule: each holds for the house, and finds what is wrong in a small bad one. */
interface Rule {
  says: string
  faults: (tree: Tree) => string[]
  bad: Record<string, string>
  finds: string[]
}

const draw = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: '$'.concat('{DrawThePanel}') },
  TimeoutSeconds: 60,
  Retry: [{ ErrorEquals: ['States.ALL'] }],
}
const workflow = (States: Record<string, unknown>) => JSON.stringify({ States }, null, 1)
const many = (count: number) => 'line\n'.repeat(count)

const rules: Rule[] = [
  {
    says: 'the domain knows nobody: no AWS, HTTP, clock or randomness',
    faults: wrongDirections,
    bad: {
      'domain/vote/count.ts':
        "import { readFile } from 'node:fs/promises'\nimport type { Deps } from '../../functions/runtime/deps.ts'\nimport { z } from 'zod'",
    },
    finds: ['domain/vote/count.ts imports node:fs/promises', 'domain/vote/count.ts imports functions/runtime/deps.ts'],
  },
  {
    says: 'functions know the domain and access, and nothing of the machine or the cloud they run on',
    faults: wrongDirections,
    bad: {
      'functions/store/x.ts':
        "import {\n  clock,\n} from '../../local/clock.ts'\nconst late = await import('../../cdk/x.ts')",
    },
    finds: ['functions/store/x.ts imports local/clock.ts', 'functions/store/x.ts imports cdk/x.ts'],
  },
  {
    says: 'the store does not know who asks it',
    faults: wrongDirections,
    bad: { 'functions/store/x.ts': "import type { Board } from '../api/answers/list.ts'" },
    finds: ['functions/store/x.ts imports functions/api/answers/list.ts'],
  },
  {
    says: 'the portal takes only types from the domain and the API, and the pictures of the workflows',
    faults: wrongDirections,
    bad: {
      'web/routes/board.tsx':
        "import type { Case } from '../../domain/case/case.ts'\nimport { stages } from '../../domain/case/case.ts'\nimport type { Deps } from '../../functions/runtime/deps.ts'",
    },
    finds: [
      'web/routes/board.tsx imports domain/case/case.ts',
      'web/routes/board.tsx imports functions/runtime/deps.ts',
    ],
  },
  {
    says: 'the local Step Functions knows nothing of the product',
    faults: wrongDirections,
    bad: { 'local/stepfunctions/x.ts': "import { clock } from '../clock.ts'" },
    finds: ['local/stepfunctions/x.ts imports local/clock.ts'],
  },
  {
    says: 'cdk/ knows the names and the table’s shape',
    faults: wrongDirections,
    bad: {
      'cdk/x.ts':
        "import { deps } from '../functions/runtime/deps.ts'\nexport { keys } from '../functions/store/keys.ts'",
    },
    finds: ['cdk/x.ts imports functions/runtime/deps.ts', 'cdk/x.ts imports functions/store/keys.ts'],
  },
  {
    says: 'only web/nhs/ knows the NHS components',
    faults: nhsElsewhere,
    bad: {
      'web/routes/board.tsx': "import { Tag } from 'nhsuk-react-components'",
      'web/nhs/mark.tsx': "import { Tag } from 'nhsuk-react-components'",
    },
    finds: ['web/routes/board.tsx imports nhsuk-react-components'],
  },
  {
    says: 'the rules and the functions take zod from domain/zod.ts',
    faults: zodElsewhere,
    bad: {
      'domain/zod.ts': "import * as zod from 'zod'",
      'domain/vote/vote.ts': "import { z } from 'zod'",
      'domain/vote/ballot.ts': "import * as z from '../zod.ts'",
      'functions/api/x.ts': "import type { ZodError } from 'zod'",
      'functions/api/y.ts': "import type { RouteConfig } from '@asteasolutions/zod-to-openapi'",
      'functions/api/z.ts': "import { OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi'",
    },
    finds: ['domain/vote/vote.ts', 'functions/api/z.ts'].map(
      (file) => `${file} imports zod: import * as z from domain/zod.ts`,
    ),
  },
  {
    says: 'only functions/store/keys.ts spells keys',
    faults: spelledKeys,
    bad: { 'functions/store/keys.ts': 'const pk = `CASE#1`', 'functions/api/x.ts': "const pk = 'CASE#' + id" },
    finds: ["functions/api/x.ts spells 'CASE#…"],
  },
  {
    says: 'one name is said everywhere: state, file, substitution, and the name the step says of itself',
    faults: brokenThreads,
    bad: {
      'workflows/panel-formation.asl.json': workflow({ 'Draw the panel': draw, 'Seat the panel': draw }),
      'functions/steps/panel-formation/draw-the-panel.ts': "export const handler = deciding('draw-it', () => [])",
      'functions/steps/panel-formation/forgotten.ts': "export const handler = deciding('forgotten', () => [])",
    },
    finds: [
      'functions/steps/panel-formation/draw-the-panel.ts calls itself draw-it',
      '“Seat the panel” has no file functions/steps/panel-formation/seat-the-panel.ts',
      '“Seat the panel” of panel-formation does not call $'.concat('{SeatThePanel}'),
      'functions/steps/panel-formation/forgotten.ts belongs to no state',
    ],
  },
  {
    says: 'states are sentences, each once in its file',
    faults: badNames,
    bad: {
      'workflows/tender.asl.json':
        '{"States": {"drawIt": {"Type": "Pass"}, "Open": {"Type": "Pass"},\n"Open": {"Type": "Pass"}}}',
    },
    finds: ['“drawIt” of tender does not begin with a capital', '“Open” stands 2 times in tender'],
  },
  {
    says: 'every wait is the same loop: Attend, a Choice, Ask',
    faults: brokenLoops,
    bad: {
      'workflows/tender.asl.json': workflow({
        Attend: { ...draw, Next: 'Ask' },
        Ask: {
          ...draw,
          Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
          Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Attend' }],
          Next: 'Attend',
        },
      }),
      'functions/steps/tender/attend.ts': "export const handler = attending('attend', ['tenders'])",
      'functions/steps/tender/ask.ts': "export const handler = asking('ask', ['scores'])",
    },
    finds: [
      '“Ask” of tender does not sleep as long as Attend says',
      '“Ask” of tender does not attend again when the record has grown',
      "“Ask” of tender asks for ['scores'], and “Attend” attends to ['tenders']",
      '“Ask” of tender is not chosen after Attend',
      '“Ask” of tender does not try again what failed for a moment, and nothing else',
    ],
  },
  {
    says: 'no task hangs, and none fails for a moment’s fault',
    faults: carelessTasks,
    bad: {
      'workflows/tender.asl.json': workflow({ Open: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' } }),
    },
    finds: ['“Open” of tender retries nothing', '“Open” of tender has no timeout'],
  },
  {
    says: 'a step is short',
    faults: longSteps,
    bad: { 'functions/steps/tender/open.ts': many(41), 'functions/steps/tender/close.ts': many(40) },
    finds: ['functions/steps/tender/open.ts has 41 lines'],
  },
  {
    says: 'no file is long',
    faults: longFiles,
    bad: { 'domain/vote/count.ts': many(351), 'test/domain/vote/count.test.ts': many(500) },
    finds: ['domain/vote/count.ts has 351 lines'],
  },
  {
    says: 'there are no drawers, and no files that only pass on',
    faults: drawers,
    bad: {
      'domain/utils.ts': '',
      'web/shared/x.ts': '',
      'functions/date-helpers.ts': '',
      'domain/vote/index.ts': '',
      'domain/vote.ts': '',
    },
    finds: ['domain/utils.ts', 'web/shared/x.ts', 'functions/date-helpers.ts', 'domain/vote/index.ts'],
  },
  {
    says: 'tests mirror the tree',
    faults: misplacedTests,
    bad: { 'domain/vote/count.ts': '', 'test/domain/vote/count.test.ts': '', 'test/voting/count.test.ts': '' },
    finds: ['test/voting'],
  },
  {
    says: 'every part is pinned',
    faults: unpinned,
    bad: { 'package.json': '{"dependencies": {"zod": "^4.0.0", "hono": "4.13.19"}}' },
    finds: ['zod ^4.0.0'],
  },
  {
    says: 'every part earns its place (docs/decisions/0001-parts.md)',
    faults: unreasoned,
    bad: {
      'package.json': '{"dependencies": {"zod": "4.0.0", "hono": "4.13.19"}}',
      'docs/decisions/0001-parts.md': '| `hono`, `express` | HTTP |\n| `zod` | |\n',
    },
    finds: ['zod has no reason', 'express is no part'],
  },
  {
    says: 'every decision has a number of its own',
    faults: doublyNumbered,
    bad: { 'docs/decisions/0007-one.md': '', 'docs/decisions/0007-other.md': '', 'docs/decisions/0008-third.md': '' },
    finds: ['docs/decisions/0007-other.md'],
  },
  {
    says: 'a link of a document leads to what is there',
    faults: brokenLinks,
    bad: {
      'docs/sealing.md':
        '[gone](../domain/gone.ts), [there](../README.md#test-it), [elsewhere](https://www.legislation.gov.uk)',
      'README.md': '[a folder](docs), ![a picture](docs/none.png)',
    },
    finds: ['docs/sealing.md leads to domain/gone.ts'],
  },
  {
    says: 'each requirement names the tests that show it (docs/requirements.md)',
    faults: untoldTests,
    bad: {
      'docs/requirements.md':
        '| a lot | [is drawn](../test/lot.test.ts) | [is drawn without bias](../test/lot.test.ts) |',
      'test/lot.test.ts': "test('Is drawn from the envelopes', () => {})",
    },
    finds: ['test/lot.test.ts shows no “is drawn without bias”'],
  },
]

describe('the house holds', () => {
  test('and is the one that is looked at', () => {
    expect(tree.size).toBeGreaterThan(300)
    expect([...tree.keys()].filter((path) => path.endsWith('.asl.json')).length).toBeGreaterThanOrEqual(7)
  })

  test.each(rules)('$says', ({ faults }) => {
    expect(faults(tree)).toEqual([])
  })

  test('every action of the policies has a route, every route its action', async () => {
    expect(unmatchedActions(tree, await operations())).toEqual([])
  })
})

describe('the rules find', () => {
  test.each(rules)('what breaks “$says”', ({ faults, bad, finds }) => {
    expect(faults(house(bad)).sort()).toEqual([...finds].sort())
  })

  test('an action without a route, one permitted to nobody, and a route without its action', () => {
    const bad = house({
      'access/redesign-panels.cedarschema': 'action "nominate", "vote"\n  appliesTo { principal: [Person] };',
      'access/policies.cedar': 'permit (principal, action == Action::"nominate", resource);',
      'functions/api/routes/x.ts': "authorise(c.get('known'), 'nominate', theCase)",
    })
    const asked: Operation[] = [
      { path: '/api/cases/{caseId}/draw', operationId: 'draw', open: false },
      { path: '/api/public/cases', operationId: 'public-cases', open: true },
    ]
    expect(unmatchedActions(bad, asked)).toEqual([
      'vote has no route',
      'vote is permitted to nobody',
      'draw is asked about, and is no action',
    ])
  })
})

test('the shapes of the nouns in the table are those of their schemas: npm run shapes', () => {
  expect(tree.get('functions/store/shapes.ts')).toBe(shapesFile())
})

async function operations(): Promise<Operation[]> {
  const { paths } = z
    .object({ paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))) })
    .parse(await (await app.request('/api/openapi.json')).json())
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).map((one) => ({ path, operationId: one.operationId, open: !('security' in one) })),
  )
}
