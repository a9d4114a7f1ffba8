import type { z } from 'zod'
import type { organisationSchema } from '../../domain/locality/locality.ts'
import { samplePractices } from './practices.ts'

type OrganisationRow = z.input<typeof organisationSchema>
type Share = { organisationId: string; basisPoints: number }

/** Valehead belongs to four practices, Three Becks to three; between them and the providers the shareholdings cross. */
const practicesOwn: Record<string, Share[]> = {
  brindlewick: [{ organisationId: 'valehead-federation', basisPoints: 3_100 }],
  dunmorrow: [{ organisationId: 'valehead-federation', basisPoints: 2_750 }],
  garrowmere: [
    { organisationId: 'valehead-federation', basisPoints: 3_650 },
    // Under one per cent: flagged, not barred.
    { organisationId: 'northmere-talking', basisPoints: 75 },
  ],
  'jackdaw-lane': [{ organisationId: 'valehead-federation', basisPoints: 500 }],
  kestlemoor: [{ organisationId: 'three-becks-federation', basisPoints: 5_000 }],
  ravelsby: [{ organisationId: 'three-becks-federation', basisPoints: 2_000 }],
  saltersgate: [{ organisationId: 'three-becks-federation', basisPoints: 3_000 }],
}

export const sampleOrganisations: OrganisationRow[] = [
  { id: 'ferrowdale-commissioning', name: 'Ferrowdale Commissioning Company', kind: 'company' },
  ...samplePractices.map(
    ({ id, name }): OrganisationRow => ({ id, name, kind: 'practice', owns: practicesOwn[id] ?? [] }),
  ),
  {
    id: 'valehead-federation',
    name: 'Valehead GP Federation',
    kind: 'federation',
    aliases: ['Valehead Federated Practices', 'VGPF'],
    owns: [
      { organisationId: 'hearthlight', basisPoints: 4_000 },
      { organisationId: 'cloverbank', basisPoints: 80 },
    ],
    areas: ['out-of-hours', 'mental-health'],
  },
  {
    id: 'three-becks-federation',
    name: 'Three Becks Primary Care Federation',
    kind: 'federation',
    aliases: ['Three Becks'],
    owns: [{ organisationId: 'northmere-talking', basisPoints: 2_500 }],
    areas: ['community-nursing', 'diagnostics'],
  },
  {
    id: 'hearthlight',
    name: 'Hearthlight Counselling CIC',
    kind: 'provider',
    aliases: ['Hearthlight Listening Service'],
    owns: [{ organisationId: 'stillwater-minds', basisPoints: 1_000 }],
    areas: ['mental-health'],
  },
  {
    id: 'northmere-talking',
    name: 'Northmere Talking Therapies Ltd',
    kind: 'provider',
    aliases: ['Northmere Counselling'],
    areas: ['mental-health'],
  },
  {
    id: 'stillwater-minds',
    name: 'Stillwater Minds Partnership LLP',
    kind: 'provider',
    owns: [
      { organisationId: 'northmere-talking', basisPoints: 3_000 },
      { organisationId: 'hearthlight', basisPoints: 500 },
    ],
    areas: ['mental-health', 'other-community'],
  },
  {
    id: 'cloverbank',
    name: 'Cloverbank Community Health Trust',
    kind: 'provider',
    aliases: ['Cloverbank Community Services'],
    areas: ['mental-health', 'community-nursing', 'outpatients'],
  },
  {
    id: 'wayside-wellbeing',
    name: 'Wayside Wellbeing Co-operative',
    kind: 'provider',
    formerNames: ['Wayside Listening Circle'],
    intends: ['mental-health'],
  },
  // Owns a part of a provider, and is neither a practice nor one itself.
  {
    id: 'ravelsby-property',
    name: 'Ravelsby Property Company Ltd',
    kind: 'other',
    owns: [{ organisationId: 'cloverbank', basisPoints: 1_700 }],
  },
]
