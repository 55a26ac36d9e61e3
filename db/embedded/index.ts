import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { CannotStart } from '../cannotStart'
import { findServerAccount, makeEnterable } from './account'
import { prepareBinaries } from './binaries'
import { chooseClusterHome, findClusterHome, keepPasswords, makeCluster, type Passwords } from './cluster'
import { settleFormerServer } from './formerServer'

export type Role = keyof Passwords

export interface EmbeddedPostgres {
  port: number
  passwords: Passwords
  /** Addresses of a database on this server; the roles `app` and `tick` exist once `migrate` has run. */
  urls: Record<Role, (database?: string) => string>
  stop(): Promise<void>
  /** Resolves when the server is gone, whoever ended it. */
  ended: Promise<void>
}

export interface EmbeddedOptions {
  /** The checkout: its node_modules hold the binaries. */
  root: string
  dataDir: string
  /** For tests: nothing is synced to disk, and the folder is removed when the server stops. */
  throwaway?: boolean
  say?: (line: string) => void
}

const database = 'shaodao'
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100',
  'timezone=UTC',
  'log_timezone=UTC',
  'password_encryption=scram-sha-256',
]
const careless = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'max_wal_size=2GB',
  'wal_level=minimal',
  'max_wal_senders=0',
]

type Message = { ready: { port: number } } | { failed: string } | { ended: string }

/** The guard runs in a session of its own: neither Ctrl-C nor a killed process group reaches it. */
function startGuard(root: string, spec: object): ChildProcess {
  const script = path.join(root, 'db', 'embedded', 'guard.mjs')
  const guard = spawn(process.execPath, [script, String(process.pid), JSON.stringify(spec)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
    windowsHide: true,
    env: { ...process.env, NODE_OPTIONS: undefined },
  })
  guard.stdin?.on('error', () => {}) // it may end before we let go
  return guard
}

async function makeDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { root, throwaway = false, say = () => {} } = options
  const account = findServerAccount()
  makeEnterable(path.resolve(options.dataDir), account)
  const dataDir = fs.realpathSync(options.dataDir) // one name for it: the former server is known by it
  const home = chooseClusterHome(dataDir, account, throwaway, say)
  const binaries = prepareBinaries(root, account, home, say)
  const passwords = keepPasswords(home)
  const cluster = makeCluster(home, binaries, account, passwords.owner, throwaway)
  await settleFormerServer(cluster)

  const log = path.join(home, 'postgres.log')
  if (fs.existsSync(log) && fs.statSync(log).size > 5_000_000) fs.truncateSync(log)
  const guard = startGuard(root, {
    postgres: binaries('postgres'),
    pgCtl: binaries('pg_ctl'),
    cluster,
    args: ['-D', cluster, ...[...settings, ...(throwaway ? careless : [])].flatMap((it) => ['-c', it])],
    uid: account?.uid,
    gid: account?.gid,
    cwd: path.parse(home).root,
    log,
    throwaway,
    removeAfter: throwaway ? [...new Set([home, dataDir])] : [],
  })

  const ended = new Promise<void>((resolve) => guard.once('exit', () => resolve()))
  const ready = await new Promise<number>((resolve, reject) => {
    createInterface({ input: guard.stdout! }).on('line', (line) => {
      const message = JSON.parse(line) as Message
      if ('ready' in message) resolve(message.ready.port)
      else if ('failed' in message) reject(new CannotStart(explain(message.failed, cluster, log)))
    })
    guard.once('error', reject)
    void ended.then(() => reject(new CannotStart(`Postgres did not start; see ${log}`)))
  })
  // a program that has nothing else to do may end: the guard then stops the server
  guard.unref()
  for (const stream of [guard.stdin, guard.stdout] as unknown as { unref?(): void }[]) stream.unref?.()

  const stop = async () => {
    guard.ref()
    guard.stdin?.end()
    await ended
  }
  const urlOf =
    (role: Role) =>
    (name: string = database) =>
      `postgres://${role}:${passwords[role]}@127.0.0.1:${ready}/${name}`
  try {
    await makeDatabase(urlOf('owner')('postgres'))
  } catch (fault) {
    await stop()
    throw fault
  }
  return {
    port: ready,
    passwords,
    urls: { owner: urlOf('owner'), app: urlOf('app'), tick: urlOf('tick') },
    stop,
    ended,
  }
}

function explain(said: string, cluster: string, log: string): string {
  if (said.includes('lock file "postmaster.pid" already exists'))
    return `另一个启动正在使用这份数据。\nAnother start is using the data in ${cluster}.`
  return `Postgres did not start (all of it in ${log}):\n${said.trim().split('\n').slice(-5).join('\n')}`
}

/** Removes what `startEmbedded` keeps in and for a data folder, and nothing else that lies in it. */
export async function wipeEmbedded(folder: string): Promise<void> {
  if (!fs.existsSync(folder)) return
  const dataDir = fs.realpathSync(folder)
  const home = findClusterHome(dataDir)
  if (fs.existsSync(path.join(home, 'pg'))) await settleFormerServer(path.join(home, 'pg'))
  const ours = /^(pg(\..*)?|passwords\.json|postgres\.log|elsewhere|postgres-.*)$/
  for (const name of fs.readdirSync(dataDir))
    if (ours.test(name)) fs.rmSync(path.join(dataDir, name), { recursive: true, force: true })
  if (home !== dataDir) fs.rmSync(home, { recursive: true, force: true })
}
