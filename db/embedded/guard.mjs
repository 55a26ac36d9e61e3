// Owns one Postgres server for exactly as long as its parent lives: however the parent ends, the pipe between
// them closes, and the server is stopped. Runs before anything is bundled, so it is plain JavaScript.
// Arguments: the parent's process id, then what to run as JSON.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'

const spec = JSON.parse(process.argv[3])
const giveUpAt = Date.now() + 30_000
let server
let ending = false

/** Should even the guard be killed: a shell that waits for the end of the guard's pipe and stops the server then. */
function keepSecondWatch(serverId) {
  if (process.platform === 'win32') return
  const watch = spawn('/bin/sh', ['-c', 'read -r word || kill -INT "$0"', String(serverId)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watch.on('error', () => {})
  watch.stdin.on('error', () => {})
  server.once('exit', () => watch.stdin.end('ended\n'))
}

const tell = (message) => process.stdout.write(`${JSON.stringify(message)}\n`)
process.stdout.on('error', () => {})

const findFreePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

function leave(code) {
  for (const folder of spec.removeAfter) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.exit(code)
}

function end() {
  if (ending) return
  ending = true
  if (!server) return leave(0)
  // Windows has no signal that Postgres would understand
  if (process.platform === 'win32') spawn(spec.pgCtl, ['stop', '-D', spec.cluster, '-m', 'fast', '--no-wait'])
  else server.kill(spec.throwaway ? 'SIGQUIT' : 'SIGINT')
  setTimeout(() => server.kill('SIGQUIT'), 30_000).unref()
}

for (const event of ['end', 'close', 'error']) process.stdin.on(event, end)
process.stdin.resume()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)

async function start() {
  const port = await findFreePort()
  if (ending) return
  let said = ''
  let ready = false
  server = spawn(spec.postgres, [...spec.args, '-p', String(port)], {
    uid: spec.uid,
    gid: spec.gid,
    cwd: spec.cwd,
    env: { ...process.env, LC_ALL: undefined, LC_MESSAGES: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    windowsHide: true,
  })
  if (server.pid) keepSecondWatch(server.pid)
  const log = fs.openSync(spec.log, 'a', 0o600)
  server.stderr.on('data', (chunk) => {
    fs.writeSync(log, chunk)
    if (ready) return
    said = (said + chunk).slice(-8_000)
    if (!said.includes('database system is ready to accept connections')) return
    ready = true
    tell({ ready: { port } })
  })
  server.on('error', (fault) => {
    tell({ failed: fault.message })
    leave(1)
  })
  server.on('close', (code, signal) => {
    fs.closeSync(log)
    server = undefined
    if (ending) return leave(0)
    // the port was taken meanwhile, or the last processes of a killed server are still letting go of its memory
    const passes = /could not bind|pre-existing shared memory block/.test(said)
    if (!ready && passes && Date.now() < giveUpAt) return setTimeout(start, 50)
    tell(ready ? { ended: String(signal ?? code) } : { failed: said || String(signal ?? code) })
    leave(1)
  })
}

start()
