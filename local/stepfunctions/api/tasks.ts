import { ApiError } from '../api-error.ts'
import { sizeOf } from '../json.ts'
import { readJson } from '../json-text.ts'
import { limits } from '../limits.ts'
import type { Operation } from './operation.ts'

const token = { most: limits.taskToken }

export const sendTaskSuccess: Operation = async (input, desk) => {
  const taskToken = input.text('taskToken', token)
  const output = input.text('output', { least: 0, most: Number.MAX_SAFE_INTEGER })
  if (sizeOf(output) > limits.stateData)
    throw invalidOutput('The size of the output exceeds the maximum number of bytes service limit.')
  const read = readJson(output)
  if ('problem' in read) throw invalidOutput(read.problem)
  return accepted(await desk.engine.answer(taskToken, { kind: 'answered', outcome: { result: read.value } }))
}

export const sendTaskFailure: Operation = async (input, desk) => {
  const taskToken = input.text('taskToken', token)
  const error = input.optionalText('error', { least: 0, most: limits.error })
  const cause = input.optionalText('cause', { least: 0, most: limits.cause })
  return accepted(await desk.engine.answer(taskToken, { kind: 'answered', outcome: { error, cause } }))
}

export const sendTaskHeartbeat: Operation = async (input, desk) => {
  const taskToken = input.text('taskToken', token)
  return accepted(await desk.engine.answer(taskToken, { kind: 'heartbeat' }))
}

function accepted(answer: boolean | undefined): Record<string, never> {
  if (answer === undefined) throw new ApiError('InvalidToken', "Invalid Token: 'Invalid token'")
  if (!answer) throw new ApiError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'")
  return {}
}

function invalidOutput(problem: string): ApiError {
  return new ApiError('InvalidOutput', `Invalid Output: '${problem}'`)
}
