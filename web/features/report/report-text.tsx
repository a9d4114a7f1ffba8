import type { Sections } from '../../../domain/report/report.ts'
import { words } from './words.ts'

/** A report as it is read: a heading for each part, a paragraph for each line. */
export function ReportText({ sections }: { sections: Sections }) {
  const names = Object.keys(words.sections) as (keyof typeof words.sections)[]
  return names
    .filter((name) => sections[name].trim() !== '')
    .map((name) => (
      <section key={name} className="nhsuk-u-reading-width">
        <h2>{words.sections[name]}</h2>
        {[...new Set(sections[name].split('\n'))]
          .filter((line) => line.trim() !== '')
          .map((line) => (
            <p key={line}>{line}</p>
          ))}
      </section>
    ))
}
