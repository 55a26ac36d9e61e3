// Runs a command that may not outlive whoever started it. Called as a program it is the leash itself: the command
// runs in the leash's process group, and when the pipe on stdin closes, the whole group is ended.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(import.meta.url)
const onWindows = process.platform === 'win32'

function endGroup(id, signal) {
  try {
    process.kill(onWindows ? id : -id, signal)
  } catch {
    // nobody is left in it
  }
}

/** Starts `command` on a leash. `done` gives its exit code; `end` stops it and all that it started. */
export function spawnLeashed(command, args, { cwd, env = process.env, onOutput = () => {} }) {
  const leash = spawn(process.execPath, [here, command, ...args], {
    cwd,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: !onWindows,
    windowsHide: true,
  })
  leash.stdin.on('error', () => {})
  leash.stdout.setEncoding('utf8').on('data', onOutput)
  leash.stderr.setEncoding('utf8').on('data', onOutput)
  const done = new Promise((resolve) => {
    leash.once('error', (fault) => {
      onOutput(`${fault.message}\n`)
      resolve(1)
    })
    leash.once('close', (code) => {
      endGroup(leash.pid, 'SIGKILL') // what the command left behind
      resolve(code ?? 1)
    })
  })
  return { done, end: () => leash.stdin.end() }
}

/** The parent's parent: npm, where a shell stands between it and the script. Only Linux tells without a program. */
function findGrandparent() {
  try {
    const stat = fs.readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  } catch {
    return undefined
  }
}

/** Should npm be killed, nobody would tell the script that it runs: only its forebears are others then. */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.ppid === 1) return
  const parent = process.ppid
  const grandparent = findGrandparent()
  setInterval(() => {
    if (process.ppid === parent && findGrandparent() === grandparent) return
    process.kill(process.pid, 'SIGTERM')
  }, 1_000).unref()
}

if (process.argv[1] === here) {
  const [command, ...args] = process.argv.slice(2)
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const end = () => {
    endGroup(process.pid, 'SIGTERM')
    setTimeout(() => endGroup(process.pid, 'SIGKILL'), 5_000)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => {})
  process.stdin.once('end', end).once('error', end).resume()
  child.once('error', (fault) => {
    console.error(fault.message)
    process.exit(127)
  })
  child.once('exit', (code) => process.exit(code ?? 1))
}
