/**
 * How many times longer something takes on four times as much: about 4 where each part is looked at once, about 16 where each is
 * held against every other. The processor's time, the least of several runs: what else the machine does is left out.
 */
export function growth(run: (length: number) => void, length: number): number {
  const least = (of: number) =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const before = process.cpuUsage()
        run(of)
        const { user, system } = process.cpuUsage(before)
        return Math.max(1, user + system)
      }),
    )
  run(length)
  return least(4 * length) / least(length)
}
