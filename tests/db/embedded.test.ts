import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setInterval as every } from 'node:timers/promises'
import { Client } from 'pg'
import { startEmbedded, wipeEmbedded } from '../../db/embedded'
import { canEnter } from '../../db/embedded/account'
import { makeTestFolder } from '../kernel/server'

const root = path.resolve(__dirname, '..', '..')
const holders: ChildProcess[] = []

interface Held {
  url: string
  port: number
  refused: string
  process: ChildProcess
}

/** Another process that holds the server, as `npm start` does. */
async function hold(dataDir: string, kind = 'durable'): Promise<Held> {
  const holder = spawn(process.execPath, [path.join(__dirname, 'holdServer.mjs'), dataDir, kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  holders.push(holder)
  const [line] = (await once(createInterface({ input: holder.stdout! }), 'line')) as [string]
  return { ...(JSON.parse(line) as Held), process: holder }
}

async function kill(victim: ChildProcess): Promise<void> {
  const gone = once(victim, 'exit')
  victim.kill('SIGKILL')
  await gone
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  if (await holds()) return
  for await (const _ of every(20)) if (await holds()) return
}

const isSilent = (port: number) =>
  new Promise<boolean>((resolve) => {
    const knock = net.connect(port, '127.0.0.1')
    knock.once('connect', () => resolve(false)).once('error', () => resolve(true))
    knock.once('connect', () => knock.destroy())
  })

async function ask<Row extends object>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  let rows: Row[] = []
  for (const statement of statements) rows = (await client.query(statement)).rows as Row[]
  await client.end()
  return rows
}

const readServerId = (dataDir: string) =>
  Number.parseInt(fs.readFileSync(path.join(dataDir, 'pg', 'postmaster.pid'), 'utf8'), 10)

afterAll(async () => {
  for (const holder of holders) if (holder.exitCode === null && !holder.killed) await kill(holder)
})

describe('the embedded Postgres', () => {
  test('a throwaway server leaves neither process nor folder behind', async () => {
    const dataDir = makeTestFolder()
    const server = await startEmbedded({ root, dataDir, throwaway: true })
    const [row] = await ask<{ letter: boolean; role: string }>(
      server.urls.owner(),
      `select '水' ~ '[[:alpha:]]' as letter, current_user as role`,
    )
    expect(row).toEqual({ letter: true, role: 'owner' })
    await server.stop()
    expect(await isSilent(server.port)).toBe(true)
    expect(fs.existsSync(dataDir)).toBe(false)
  })

  test('its passwords are for nobody else to read, and it listens on this machine only', async () => {
    const dataDir = makeTestFolder()
    const server = await startEmbedded({ root, dataDir, throwaway: true })
    expect(fs.statSync(path.join(dataDir, 'passwords.json')).mode & 0o077).toBe(0)
    const [row] = await ask<{ addresses: string; sockets: string; zone: string }>(
      server.urls.owner(),
      `select current_setting('listen_addresses') as addresses,
         current_setting('unix_socket_directories') as sockets, current_setting('timezone') as zone`,
    )
    expect(row).toEqual({ addresses: '127.0.0.1', sockets: '', zone: 'UTC' })
    await server.stop()
  })

  test('kill -9 of the one who started it leaves no server and no throwaway folder', async () => {
    const dataDir = makeTestFolder()
    const held = await hold(dataDir, 'throwaway')
    await kill(held.process)
    await until(() => isSilent(held.port))
    await until(() => !fs.existsSync(dataDir))
  })

  test('kill -9 of the starter or of the server loses nothing that was committed', async () => {
    const dataDir = makeTestFolder()
    const first = await hold(dataDir)
    await ask(first.url, 'create table kept (word text)', `insert into kept values ('starter killed')`)
    await kill(first.process)

    const second = await hold(dataDir) // at once: waits until the first server is down
    await ask(second.url, `insert into kept values ('server killed')`)
    process.kill(readServerId(dataDir), 'SIGKILL')
    await until(() => isSilent(second.port))
    await kill(second.process)

    const third = await hold(dataDir)
    expect(await ask(third.url, 'select word from kept')).toEqual([
      { word: 'starter killed' },
      { word: 'server killed' },
    ])
    await kill(third.process)
    await until(() => isSilent(third.port))
  })

  test('a second start on the same data is refused with a line that names the first', async () => {
    const dataDir = makeTestFolder()
    const first = await hold(dataDir)
    const second = await hold(dataDir)
    expect(second.refused).toContain(`Another start (process ${first.process.pid}) is using this data`)
    expect(await ask(first.url, 'select 1 as still')).toEqual([{ still: 1 }])
    await kill(first.process)
    await until(() => isSilent(first.port))
  })

  test('wiping takes the database and leaves what somebody else put in the folder', async () => {
    const dataDir = makeTestFolder()
    const server = await startEmbedded({ root, dataDir })
    await server.stop()
    fs.writeFileSync(path.join(dataDir, 'letter.txt'), 'mine')
    await wipeEmbedded(dataDir)
    expect(fs.readdirSync(dataDir)).toEqual(['letter.txt'])
  })
})

test('a closed folder on the way is seen, whoever owns it', () => {
  const closed = makeTestFolder()
  const stranger = { name: 'nobody', uid: 65_534, gid: 65_534 }
  const open = canEnter(os.tmpdir(), stranger) // a Mac closes even this one
  expect(canEnter(path.join(closed, 'not', 'yet', 'there'), stranger)).toBe(open)
  fs.chmodSync(closed, 0o700)
  expect(canEnter(path.join(closed, 'not', 'yet', 'there'), stranger)).toBe(false)
  expect(canEnter(closed, undefined)).toBe(true)
})
