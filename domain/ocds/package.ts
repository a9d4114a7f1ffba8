import * as z from '../zod.ts'
import { extensionSchema } from './extension.ts'
import { type Phase, phases, type Release, release } from './release.ts'
import { address, type Source } from './source.ts'

/** Where the extension describes itself, from the root of the service. */
export const EXTENSION = '/api/public/ocds-extension'

/** One release for each phase there is, with the extension that reads it, as OCDS publishes releases. */
export function releasePackage(source: Source) {
  const releases = phases
    .map((phase: Phase) => release(source, phase))
    .filter((one): one is Release => one !== undefined)
  return {
    uri: address(source, '/ocds-package'),
    version: '1.1' as const,
    extensions: [`${source.origin}${EXTENSION}/extension.json`],
    publishedDate:
      releases
        .map(({ date }) => date)
        .sort()
        .at(-1) ?? '',
    publisher: { name: source.buyer.name },
    releases,
  }
}

/** `extension.json` (OCDS extension format). */
export const extensionDescription = {
  name: { en: 'Redesign Panels' },
  description: {
    en: 'What OCDS has no place for in a selection by a panel: criterion scores, the panel, conflicts of interest, draw certificates, votes, standstill, and the head of a hash-chained record.',
  },
  compatibility: ['1.1'],
  schemas: ['release-schema.json'],
}

/** The patch that the extension makes to the release schema. */
export const extensionPatch = () => ({
  properties: { redesignPanels: z.toJSONSchema(extensionSchema, { target: 'draft-4' }) },
})
