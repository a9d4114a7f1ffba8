/** How far a limit has to give way, and may. */
export interface Way {
  least: number
  most: number
}

/** Of the size of the panel, and of the least and the most of each quota; each person by whom one gives way costs 1. */
export interface Ways<Of = Way> {
  size: Of
  min: Of[]
  max: Of[]
}

export const NONE: Way = { least: 0, most: 0 }

/** How far a limit gives way that is missed by so much; beyond everything where it may not. */
export const gives = ({ least, most }: Way, missed: number): number =>
  missed > most ? Number.POSITIVE_INFINITY : Math.max(least, missed)
