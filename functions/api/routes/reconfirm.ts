import { reconfirm } from '../../../domain/tender/reconfirm.ts'
import * as z from '../../../domain/zod.ts'
import type { Api } from '../api.ts'
import { organisationOf } from '../belonging.ts'
import { caseCommand } from '../command.ts'
import { numbered } from '../numbers.ts'

/** After a change of what is asked, bidders say that their tenders stand. */
export function reconfirmRoutes(app: Api): void {
  caseCommand(app, {
    name: 'reconfirm-tender',
    summary:
      'Confirm that your organisation’s tender stands as it is, having read the current version of the specification',
    body: z.strictObject({ version: numbered }),
    decide: (theCase, { version }, command) =>
      reconfirm(theCase, { organisationId: organisationOf(command.person), version }, command),
  })
}
