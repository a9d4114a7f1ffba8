import type { Program } from '../instance/program.ts'

const TOLERANCE = 1e-9

/** Values are carried along from step to step, and computed afresh after this many steps. */
const EVALUATED_EVERY = 50

export type Ended =
  | { ended: 'solved' }
  /** Nothing within the bounds fulfils the rows: this row of the tableau shows it. */
  | { ended: 'impossible'; row: number }
  /** The limit of steps was reached: a count, which is the same on every machine. */
  | { ended: 'unsettled' }

/**
 * The relaxation of a program to fractions, maximised by the dual simplex method on a dense tableau with bounds on all
 * variables. It is made in floating point and nobody believes it: what it finds is made into proofs in whole numbers
 * (`bound.ts`). Variables are those of the program, then the sum of each row.
 */
export class Tableau {
  readonly low: Float64Array
  readonly high: Float64Array
  private readonly rows: number
  private readonly columns: number
  /** Which variable is in each row, and in each column. */
  private readonly basic: Int32Array
  private readonly nonbasic: Int32Array
  /** Whether the variable of a column stands at its upper bound. */
  private readonly raised: Uint8Array
  /** Each basic variable, and the objective, as a sum over the columns. */
  private readonly matrix: Float64Array
  private readonly gain: Float64Array
  private readonly value: Float64Array

  /** @param from another tableau is copied */
  constructor(from: { program: Program; weights: readonly number[] } | Tableau) {
    if (from instanceof Tableau) {
      this.rows = from.rows
      this.columns = from.columns
      this.low = from.low.slice()
      this.high = from.high.slice()
      this.basic = from.basic.slice()
      this.nonbasic = from.nonbasic.slice()
      this.raised = from.raised.slice()
      this.matrix = from.matrix.slice()
      this.gain = from.gain.slice()
      this.value = from.value.slice()
      return
    }
    const { program, weights } = from
    this.rows = program.rows.length
    this.columns = program.upper.length
    this.low = Float64Array.from([...program.upper.map(() => 0), ...program.rows.map(({ least }) => least)])
    this.high = Float64Array.from([...program.upper, ...program.rows.map(({ most }) => most)])
    this.basic = Int32Array.from(program.rows, (_, row) => this.columns + row)
    this.nonbasic = Int32Array.from(program.upper, (_, column) => column)
    this.gain = Float64Array.from(program.upper, (_, column) => weights[column] ?? 0)
    this.raised = Uint8Array.from(this.gain, (gain) => (gain > 0 ? 1 : 0))
    this.matrix = new Float64Array(this.rows * this.columns)
    this.value = new Float64Array(this.rows)
    program.rows.forEach(({ of, times }, row) => {
      of.forEach((variable, at) => {
        this.matrix[row * this.columns + variable] = times[at] ?? 0
      })
    })
  }

  solve(): Ended {
    this.evaluate()
    const steps = 20 * (this.rows + this.columns)
    for (let step = 1; step <= steps; step += 1) {
      if (step % EVALUATED_EVERY === 0) this.evaluate()
      const row = this.worst()
      if (row < 0) return { ended: 'solved' }
      const column = this.entering(row)
      if (column < 0) return { ended: 'impossible', row }
      this.pivot(row, column)
    }
    return { ended: 'unsettled' }
  }

  /** The value of every variable of the program, and then of every row. */
  point(): Float64Array {
    const point = new Float64Array(this.rows + this.columns)
    for (let column = 0; column < this.columns; column += 1) point[at(this.nonbasic, column)] = this.standing(column)
    for (let row = 0; row < this.rows; row += 1) point[at(this.basic, row)] = at(this.value, row)
    return point
  }

  /** What a unit of each row of the program costs. */
  prices(): Float64Array {
    return this.rowsOf(this.gain)
  }

  /** The combination of the program's rows that shows a contradiction; its sign may have to be turned. */
  contradiction(row: number): Float64Array {
    const prices = this.rowsOf(this.matrix.subarray(row * this.columns, (row + 1) * this.columns))
    const own = at(this.basic, row) - this.columns
    if (own >= 0) prices[own] = -1
    return prices
  }

  private rowsOf(sum: Float64Array): Float64Array {
    const prices = new Float64Array(this.rows)
    for (let column = 0; column < this.columns; column += 1) {
      const row = at(this.nonbasic, column) - this.columns
      if (row >= 0) prices[row] = at(sum, column)
    }
    return prices
  }

  private standing(column: number): number {
    const variable = at(this.nonbasic, column)
    return at(this.raised, column) ? at(this.high, variable) : at(this.low, variable)
  }

  private evaluate(): void {
    const standing = new Float64Array(this.columns)
    for (let column = 0; column < this.columns; column += 1) standing[column] = this.standing(column)
    for (let row = 0; row < this.rows; row += 1) {
      let sum = 0
      const start = row * this.columns
      for (let column = 0; column < this.columns; column += 1)
        sum += at(this.matrix, start + column) * at(standing, column)
      this.value[row] = sum
    }
  }

  /** How far the variable of a row is below (negative) or above (positive) its bounds. */
  private excess(row: number): number {
    const variable = at(this.basic, row)
    const value = at(this.value, row)
    return Math.min(0, value - at(this.low, variable)) + Math.max(0, value - at(this.high, variable))
  }

  private worst(): number {
    let found = -1
    let most = 1e-7
    for (let row = 0; row < this.rows; row += 1) {
      const excess = Math.abs(this.excess(row))
      if (excess > most) {
        most = excess
        found = row
      }
    }
    return found
  }

  /** The column that enters; columns passed on the way stand at their other bound afterwards (the long step). */
  private entering(row: number): number {
    const excess = this.excess(row)
    const start = row * this.columns
    const candidates: { column: number; ratio: number; size: number }[] = []
    for (let column = 0; column < this.columns; column += 1) {
      const variable = at(this.nonbasic, column)
      if (at(this.low, variable) === at(this.high, variable)) continue
      const coefficient = at(this.matrix, start + column)
      const size = Math.abs(coefficient)
      if (size < TOLERANCE) continue
      if (coefficient > 0 === excess < 0 ? at(this.raised, column) : !at(this.raised, column)) continue
      candidates.push({ column, ratio: Math.abs(at(this.gain, column)) / size, size })
    }
    candidates.sort((one, other) => one.ratio - other.ratio || other.size - one.size)
    let left = Math.abs(excess)
    const flipped: number[] = []
    for (const { column, size } of candidates) {
      const variable = at(this.nonbasic, column)
      left -= size * (at(this.high, variable) - at(this.low, variable))
      if (left <= TOLERANCE) {
        for (const one of flipped) this.flip(one)
        return column
      }
      flipped.push(column)
    }
    return -1
  }

  /** A column goes to its other bound. */
  private flip(column: number): void {
    const before = this.standing(column)
    this.raised[column] = 1 - at(this.raised, column)
    this.move(column, this.standing(column) - before)
  }

  private move(column: number, by: number): void {
    for (let row = 0; row < this.rows; row += 1)
      this.value[row] = at(this.value, row) + at(this.matrix, row * this.columns + column) * by
  }

  private pivot(row: number, column: number): void {
    const { matrix, columns, gain } = this
    const start = row * columns
    const excess = this.excess(row)
    const below = excess < 0
    const by = -excess / at(matrix, start + column)
    const entered = this.standing(column) + by
    this.move(column, by)
    this.value[row] = entered
    const inverse = 1 / at(matrix, start + column)
    for (let other = 0; other < columns; other += 1) matrix[start + other] = -at(matrix, start + other) * inverse
    matrix[start + column] = inverse
    const add = (target: Float64Array, from: number) => {
      const factor = at(target, from + column)
      if (factor === 0) return
      target[from + column] = 0
      for (let other = 0; other < columns; other += 1)
        target[from + other] = at(target, from + other) + factor * at(matrix, start + other)
    }
    for (let other = 0; other < this.rows; other += 1) if (other !== row) add(matrix, other * columns)
    add(gain, 0)
    const leaving = at(this.basic, row)
    this.basic[row] = at(this.nonbasic, column)
    this.nonbasic[column] = leaving
    this.raised[column] = below ? 0 : 1
  }
}

const at = (numbers: { readonly [index: number]: number }, index: number): number => numbers[index] ?? 0
