/**
 * Does something for each of these, one after the other, and goes on after one that fails.
 * @throws AggregateError after all were tried
 */
export async function tryEach<T>(these: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const failures: Error[] = []
  for (const one of these)
    try {
      await work(one)
    } catch (error) {
      failures.push(error as Error)
    }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join('\n'))
}
