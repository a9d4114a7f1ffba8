import { spawn } from 'node:child_process'

/**
 * Ends a child when this process is gone, be it by `kill -9`: a shell waits at a pipe that only this process holds open.
 * Where there is no shell, the next start ends the orphan. @returns calls the watch off
 */
export function endWithThisProcess(pid: number): () => void {
  const shell = spawn('/bin/sh', ['-c', `read -r _; kill ${pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  for (const one of [shell, shell.stdin]) one.on('error', () => undefined)
  return () => void shell.kill('SIGKILL')
}
