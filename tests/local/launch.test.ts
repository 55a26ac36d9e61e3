import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'

const local = path.resolve(__dirname, '..', '..', 'functions', 'local')

/** What `npm start` says and how it ends, where it ends before anything is started. */
const launch = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: unknown; said: string }>((resolve) => {
    execFile(
      process.execPath,
      [path.join(local, 'start.mjs'), ...args],
      { env: { ...process.env, ...env } },
      (fault, out, said) => resolve({ code: fault?.code ?? 0, said: out + said }),
    )
  })

describe('npm start', () => {
  test.each([[['--bogus']], [['--port', 'many']], [['--port', '70000']], [['stray']], [['--port']]])(
    '%j is answered with how to use it',
    async (args) => {
      const { code, said } = await launch(args)
      expect(code).toBe(1)
      expect(said).toContain('npm start -- [--port N] [--data DIR] [--fresh]')
      expect(said).not.toContain('    at ')
    },
  )

  test('a flag that npm kept to itself is pointed out', async () => {
    const { said } = await launch(['4700'], { npm_config_port: 'true' })
    expect(said).toContain('npm start -- --port')
  })

  test('a taken port gets one line in both languages', async () => {
    const other = net.createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as net.AddressInfo
    const { code, said } = await launch(['--port', String(port)])
    other.close()
    expect(code).toBe(1)
    expect(said.trim().split('\n')).toEqual([expect.stringMatching(/已被占用.*is taken/)])
  })
})

test('what runs on a leash ends with whoever holds it, grandchildren included', async () => {
  // the grandchild keeps a connection to us: its end is the end of the process
  const watch = net.createServer().listen(0, '127.0.0.1')
  await once(watch, 'listening')
  const { port } = watch.address() as net.AddressInfo
  const grandchild = `require('net').connect(${port}, '127.0.0.1')`
  const child = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}]); setInterval(() => {}, 1e6)`
  const holder = `import(${JSON.stringify(`file://${local}/leash.mjs`)}).then(({ spawnLeashed }) => {
    spawnLeashed(process.execPath, ['-e', ${JSON.stringify(child)}], { cwd: '/' }); console.log('held') })`
  const process_ = spawn(process.execPath, ['-e', holder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [[connection]] = (await Promise.all([
    once(watch, 'connection'),
    once(createInterface({ input: process_.stdout! }), 'line'),
  ])) as [[net.Socket], unknown]
  const ended = once(connection.on('error', () => {}).resume(), 'close')
  process_.kill('SIGKILL')
  await ended
  watch.close()
})
