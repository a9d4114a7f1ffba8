import type { Integration } from '../../asl/resource.ts'
import type { Json } from '../../json.ts'
import type { TaskVisit } from './task.ts'

export type Outcome =
  | { result: Json; executedVersion?: string | undefined }
  | { error?: string | undefined; cause?: string | undefined }
/** How long a task may take (seconds), and as whom it is done. */
interface Terms {
  timeout: number | undefined
  heartbeat: number | undefined
  role: string | undefined
}
type Failure = { error?: string | undefined; cause?: string | undefined }

/**
 * The history of a task. A Lambda function named as the Resource itself has events of its own (LambdaFunction…); all
 * other tasks have Task… events that name the resource.
 */
export const record = {
  scheduled(visit: TaskVisit, of: Integration, parameters: Json, { timeout, heartbeat, role }: Terms): number {
    const text = JSON.stringify(parameters)
    const limits = {
      ...(timeout === undefined ? {} : { timeoutInSeconds: timeout }),
      ...(heartbeat === undefined ? {} : { heartbeatInSeconds: heartbeat }),
      ...(role === undefined ? {} : { taskCredentials: { roleArn: role } }),
    }
    return isFunction(of)
      ? visit.event('LambdaFunctionScheduled', { resource: of.resource, input: text, ...limits })
      : visit.event('TaskScheduled', { ...resource(of), region: regionOf(visit), parameters: text, ...limits })
  },
  started(visit: TaskVisit, of: Integration): void {
    if (isFunction(of)) visit.event('LambdaFunctionStarted')
    else visit.event('TaskStarted', resource(of))
  },
  submitted(visit: TaskVisit, of: Integration, output: Json): void {
    visit.event('TaskSubmitted', { ...resource(of), output: JSON.stringify(output) })
  },
  succeeded(visit: TaskVisit, of: Integration, output: Json): void {
    const text = JSON.stringify(output)
    if (isFunction(of)) visit.event('LambdaFunctionSucceeded', { output: text })
    else visit.event('TaskSucceeded', { ...resource(of), output: text })
  },
  failed(visit: TaskVisit, of: Integration, failure: Failure): void {
    if (isFunction(of)) visit.event('LambdaFunctionFailed', { ...failure })
    else visit.event('TaskFailed', { ...resource(of), ...failure })
  },
  timedOut(visit: TaskVisit, of: Integration, error: string): void {
    if (isFunction(of)) visit.event('LambdaFunctionTimedOut', { error })
    else visit.event('TaskTimedOut', { ...resource(of), error })
  },
}

function isFunction(of: Integration): boolean {
  return of.kind === 'lambda' && of.service === 'function'
}

function resource(of: Integration): { resourceType: string; resource: string } {
  return { resourceType: of.kind === 'lambda' ? 'lambda' : 'states', resource: of.resource }
}

function regionOf(visit: TaskVisit): string {
  return visit.live.row.arn.split(':')[3] ?? ''
}
