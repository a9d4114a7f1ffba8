const said: Record<string, string> = {
  'profession gp': 'GPs',
  'profession practice-manager': 'practice managers',
  'experience recent': 'members of a panel in the last 12 months',
}

/**
 * What would give way, or bars somebody, as people say it: `at least 2 GPs instead of 3` for `at least 3 → 2 with profession “gp”`,
 * which is how the committed terms write it.
 */
export const changesAsPeopleSay = (committed: string): string =>
  committed
    .replaceAll(/a panel of (\d+) → (\d+)/g, 'a panel of $2 instead of $1')
    .replaceAll(
      /at (least|most) (\d+) → (\d+) with ([^“]+) “([^”]*)”/g,
      (_, side: string, from: string, to: string, category: string, feature: string) => {
        const whom =
          said[`${category} ${feature}`] ?? (feature === 'yes' ? `with ${category}` : `with ${category} “${feature}”`)
        return `at ${side} ${to} ${whom} instead of ${from}`
      },
    )
