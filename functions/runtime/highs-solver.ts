import highsLoader, { type Highs } from 'highs'
import type { LinearModel, RowBounds, Solver } from '../../domain/panel-draw/leximin/solver.ts'
import { Unsolved } from '../../domain/panel-draw/unsolved.ts'

/** The package's types describe its CommonJS file, where the loader is the default's default; in its module it is the default. */
const load = highsLoader as unknown as typeof highsLoader.default

/** HiGHS, compiled to WebAssembly, as the solver of a draw. Its calls block: run draws off the event loop. */
export async function highsSolver(): Promise<Solver> {
  const highs = await load()
  return { model: (rows) => linearModel(highs, rows) }
}

/** Primal simplex without presolve: it starts from the last solution when a program has grown. */
const options = {
  output_flag: false,
  solver: 'simplex',
  simplex_strategy: 4,
  presolve: 'off',
  primal_feasibility_tolerance: 1e-9,
  dual_feasibility_tolerance: 1e-9,
}

function linearModel(highs: Highs, rows: RowBounds[]): LinearModel {
  const model = highs.createModel()
  model.options.set(options)
  model.changeObjectiveSense(highs.constants.objectiveSense.maximize)
  for (const { least, most } of rows) model.addRow(least, most, { indices: [], values: [] })
  const isOptimal = () => {
    model.run()
    return model.getModelStatus() === highs.constants.modelStatus.optimal
  }
  /** A start from the last solution can lose its way at these tolerances; one from nothing, or by the dual method, does not. */
  const isOptimalAfresh = (strategy: number) => {
    model.options.set('simplex_strategy', strategy)
    model.clearSolver()
    const optimal = isOptimal()
    model.options.set('simplex_strategy', options.simplex_strategy)
    return optimal
  }
  return {
    add: ({ gain, most = highs.infinity, rows: indices, values }) => {
      model.addCol(gain, 0, most, { indices, values })
    },
    changeBounds: (row, { least, most }) => {
      model.changeRowBounds(row, least, most)
    },
    changeValue: (row, column, value) => {
      model.changeCoefficient(row, column, value)
    },
    solve: () => {
      if (!isOptimal() && !isOptimalAfresh(4) && !isOptimalAfresh(1))
        throw new Unsolved(`Its solver found no best solution (status ${model.getModelStatus()}).`)
      const { colValue, rowDual } = model.getSolution()
      return { columns: colValue, prices: rowDual }
    },
    [Symbol.dispose]: () => model.dispose(),
  }
}
