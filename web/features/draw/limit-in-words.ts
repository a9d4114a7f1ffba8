const said: Record<string, string> = {
  'profession gp': 'GPs',
  'profession practice-manager': 'practice managers',
  'experience recent': 'members of a panel in the last 12 months',
}

/** Whom a limit is about, as people say it. */
export const limitInWords = (category: string, feature: string): string =>
  said[`${category} ${feature}`] ?? (feature === 'yes' ? category : `${category} ${feature}`)

/** `at least 3 → 2 with profession “gp”` as people say it: `at least 2 GPs instead of 3`. */
export const changesInWords = (changes: string): string =>
  changes
    .split(' and ')
    .map((change) => {
      const limit = /^at (least|most) (\d+) → (\d+) with (.+) “(.+)”$/.exec(change)
      if (limit) {
        const [, side = '', from = '', to = '', category = '', feature = ''] = limit
        return `at ${side} ${to} ${limitInWords(category, feature)} instead of ${from}`
      }
      const size = /^a panel of (\d+) → (\d+)$/.exec(change)
      return size ? `a panel of ${size[2]} instead of ${size[1]}` : change
    })
    .join(', and ')
