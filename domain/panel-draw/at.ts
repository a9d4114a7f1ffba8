/** The number in a list; 0 beyond its end. */
export const at = (numbers: ArrayLike<number>, index: number): number => numbers[index] ?? 0
