/** Of what the panel recorded of a criterion: why it was corrected, and what was recorded before, the oldest first. */
export interface Outcome {
  correction?: string | undefined
  corrected?: readonly { score?: number | undefined; reason: string; correction?: string | undefined }[] | undefined
}

/** For people: why it was corrected, and what was recorded before, the latest first. */
export function correctedInWords({ correction, corrected = [] }: Outcome): string {
  const before = corrected.toReversed().map((one) => {
    const outcome = one.score === undefined ? 'not agreed' : String(one.score)
    return ` Recorded before: ${outcome}. ${one.reason}${why(one.correction)}`
  })
  return [why(correction), ...before].join('')
}

const why = (correction: string | undefined): string =>
  correction === undefined ? '' : ` Why it was corrected: ${correction}`
