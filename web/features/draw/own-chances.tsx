import { Facts } from '../../nhs/facts.tsx'
import { Hash } from './draw-facts.tsx'
import type { PanelView } from './panel-view.ts'
import { words } from './part-words.ts'

/** The chance of the person who is signed in, draw by draw: the fair one, the one on the listed panels, and why. */
export function OwnChances({ you, person }: { you: NonNullable<PanelView['you']>; person: string | undefined }) {
  const said = words.chance
  return (
    <>
      <h2>{words.chances}</h2>
      {you.chances.length === 0 && <p>{words.noChances}</p>}
      {you.chances.map(({ draw, chance, times, panels, because, entry, salt, drawn }) => (
        <Facts
          key={draw}
          facts={[
            [said.draw, String(draw)],
            [said.fair, chance],
            [said.listed, said.times(times, panels)],
            [said.why, because],
            person === undefined ? undefined : [said.person, person],
            [said.entry, <Hash key="entry" value={entry} />],
            [said.salt, <Hash key="salt" value={salt} />],
            drawn === undefined ? undefined : [said.drawn, drawn ? said.yes : said.no],
          ]}
        />
      ))}
    </>
  )
}
