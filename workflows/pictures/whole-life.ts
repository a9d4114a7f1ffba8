import type { Stage } from '../../domain/case/case.ts'

export interface Way {
  from: Stage
  to: Stage
}

/** The whole life of a case as one Mermaid flowchart: hand-overs from the files, send-backs from the domain. */
export function wholeLife(stages: readonly Stage[], handOvers: Way[], sendBacks: Way[]): string {
  return [
    'flowchart TD',
    `  begin(( )) --> ${stages[0]}`,
    ...stages.map((stage) => `  ${stage}["${titleOf(stage)}"]`),
    `  ${stages.at(-1)} --> over(( ))`,
    ...handOvers.map(({ from, to }) => `  ${from} --> ${to}`),
    ...sendBacks.map(({ from, to }) => `  ${from} -. sent back .-> ${to}`),
  ].join('\n')
}

/** `panel-formation` → `Panel formation` */
export function titleOf(stage: string): string {
  const words = stage.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
