/** Solves linear programs in floating point. What rests on its answers is proven in whole numbers (`proof/`). */
export interface Solver {
  /** A program with these rows, and no columns yet: maximises Σ gain · column over columns ≥ 0 and within the rows' bounds. */
  model(rows: RowBounds[]): LinearModel
}

export interface RowBounds {
  least: number
  most: number
}

export interface Column {
  gain: number
  most?: number
  rows: number[]
  values: number[]
}

/** A program that is kept, grown and solved again. It holds memory that no garbage collector sees: dispose of it. */
export interface LinearModel extends Disposable {
  add(column: Column): void
  changeBounds(row: number, bounds: RowBounds): void
  changeValue(row: number, column: number, value: number): void
  /**
   * @returns the value of each column, and the price of each row: what one unit less of its bound would gain or lose
   * @throws Unsolved where no best solution is found
   */
  solve(): { columns: Float64Array; prices: Float64Array }
}

export const FREE: RowBounds = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }
export const atLeast = (least: number): RowBounds => ({ least, most: Number.POSITIVE_INFINITY })
export const atMost = (most: number): RowBounds => ({ least: Number.NEGATIVE_INFINITY, most })
