import type { Evidence, Source } from '../../../domain/panel-draw/randomness/source.ts'
import { Facts } from '../../nhs/facts.tsx'
import { Mark } from '../../nhs/mark.tsx'
import type { Tone } from '../../nhs/tone.ts'
import { when } from '../../time.ts'
import type { PublishedDraw } from './use-draws.ts'
import { words } from './words.ts'

type Name = (id: string) => string

const tones: Record<PublishedDraw['status'], Tone> = { committed: 'going', abandoned: 'quiet', drawn: 'good' }

/** What was published of one draw, and what came of it. */
export function DrawFacts({ draw, name }: { draw: PublishedDraw; name: Name }) {
  const { facts } = words
  const { status, committedAt, commitment, pool, sitting, panels, differentPanels, source, fallback, randomFrom } = draw
  return (
    <Facts
      facts={[
        [
          facts.status,
          <Mark key="status" tone={tones[status]}>
            {words.status[status]}
          </Mark>,
        ],
        draw.reason ? [facts.reason, draw.reason] : undefined,
        draw.abandonedAt ? [facts.abandoned, words.abandoned(draw.abandonedAt, randomFrom)] : undefined,
        [facts.committed, when(committedAt)],
        [facts.commitment, <Hash key="commitment" value={commitment} />],
        [facts.pool, words.pool(pool, sitting)],
        [facts.panels, words.panels(panels, differentPanels)],
        [facts.source, sourceInWords(source, randomFrom, name)],
        fallback?.kind === 'public-numbers'
          ? [facts.fallback, sourceInWords(fallback, fallback.publishedFrom, name)]
          : undefined,
        draw.fallenBack ? [facts.fallenBack, words.fallenBack(draw.fallenBack.because, draw.fallenBack.at)] : undefined,
        draw.brought ? [facts.brought, words.brought(draw.brought.at, draw.brought.index)] : undefined,
        draw.from ? [facts.from, words.from[draw.from]] : undefined,
        draw.evidence ? [facts.evidence, evidenceInWords(draw.evidence, name)] : undefined,
        draw.index === undefined ? undefined : [facts.number, String(draw.index)],
        draw.panel ? [facts.panel, words.entries(draw.panel.length)] : undefined,
      ]}
    />
  )
}

export const Hash = ({ value }: { value: string }) => <code>{value}</code>

function sourceInWords(source: Source, from: string, name: Name): string {
  switch (source.kind) {
    case 'drand-quicknet':
      return words.sources['drand-quicknet'](source, from)
    case 'public-numbers':
      return words.sources['public-numbers'](source, from)
    case 'commit-reveal':
      return words.sources['commit-reveal'](source, from, name)
  }
}

function evidenceInWords(evidence: Evidence, name: Name): string {
  switch (evidence.kind) {
    case 'drand-quicknet':
      return words.round(evidence.round, evidence.signature)
    case 'public-numbers':
      return words.numbers(evidence.key)
    case 'commit-reveal':
      return words.revealed(
        evidence.reveals.map(({ by }) => name(by)),
        evidence.replaced.map(name),
      )
  }
}
