import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** As root in a container, without a GPU, and calling nobody. */
export const launchFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Where Chromium is: what `CHROMIUM` says, a usual place, or installed now where that can be done without asking.
 * @throws Error saying what to do
 */
export async function findChromium(): Promise<string> {
  const said = process.env['CHROMIUM']
  if (said !== undefined) {
    if (runs(said)) return said
    throw new Error(`CHROMIUM is ${said}, and there is no program there. Set it to an installed Chromium or Chrome.`)
  }
  const found = usualPlaces.find(runs)
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await install()
    const installed = usualPlaces.find(runs)
    if (installed) return installed
  }
  throw new Error('The portal is tested in Chromium, and none was found. Install it, or set CHROMIUM to its path.')
}

async function install(): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await run('apt-get', ['update'], { env })
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env })
  } catch (error) {
    throw new Error(
      `Chromium could not be installed. Install it, or set CHROMIUM to its path. ${error instanceof Error ? error.message : ''}`,
    )
  }
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
