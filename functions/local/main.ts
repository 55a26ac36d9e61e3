import fs from 'node:fs'
import path from 'node:path'
import { CannotStart } from '../../db/cannotStart'
import { startEmbedded, wipeEmbedded } from '../../db/embedded'
import { migrate } from '../../db/migrate'
import { keepSecrets } from './secrets'
import { serve } from './serve'
import { startTicking } from './tickTimer'
import { startWechatStandIn } from './wechatStandIn'

export interface StartOptions {
  root: string
  host: string
  port: number
  dataDir: string
  fresh: boolean
  /** When the launcher began, in milliseconds. */
  startedAt: number
  buildPages: () => Promise<void>
}

/** What has to be stopped, the newest first. */
type Stops = (() => Promise<void> | void)[]

const appId = 'wx-local-stand-in'

export async function start(options: StartOptions): Promise<void> {
  const stops: Stops = []
  let stopping: Promise<void> | undefined
  const stop = (code: number) => {
    stopping ??= (async () => {
      for (const end of stops.reverse()) await end()
      process.exit(code)
    })()
    return stopping
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1)
      console.log('\nStopping …')
      void stop(0)
    })
  try {
    await open(options, stops, () => {
      if (stopping) return
      console.error('The database has ended by itself; start again.')
      void stop(1)
    })
  } catch (fault) {
    if (stopping) return
    console.error(fault instanceof CannotStart ? fault.message : fault)
    await stop(1)
  }
}

async function open(options: StartOptions, stops: Stops, onDatabaseEnded: () => void): Promise<void> {
  const { root, host, port, dataDir } = options
  const building = options.buildPages()
  building.catch(() => {}) // told when it is waited for
  await prepareData(options)
  const databases = await openDatabase(options, stops, onDatabaseEnded)
  const secrets = keepSecrets(dataDir)
  // the stand-in believes whatever code it is given: never in production, nor beside a real account
  const standsIn =
    process.env.NODE_ENV !== 'production' && !process.env.WECHAT_APPID && !process.env.WECHAT_API
  const wechat = standsIn
    ? await startWechatStandIn({ appId, secret: secrets.wechatSecret, now: () => new Date() })
    : undefined
  if (wechat) stops.push(wechat.stop)

  const address = `http://localhost:${port}`
  const defaults = {
    // demo persons are never offered in production unless asked for by name
    DEMO: process.env.NODE_ENV === 'production' ? 'off' : 'on',
    SECRET_KEY: secrets.secretKey,
    TICK_SECRET: secrets.tickSecret,
    STORAGE_DIR: path.join(dataDir, 'files'),
    PUBLIC_HOST: address,
    ...(wechat && { WECHAT_API: wechat.url, WECHAT_APPID: appId, WECHAT_SECRET: secrets.wechatSecret }),
  }
  const settings = { ...defaults, ...process.env, ...databases, PORT: String(port) }
  for (const [name, value] of Object.entries(settings)) if (value) process.env[name] = value

  // the doors read their settings when they are loaded
  if (process.env.DEMO === 'on') {
    const { loadDemo } = await import('../demo')
    const { DATABASE_URL: appUrl, DATABASE_TICK_URL: tickUrl, DATABASE_OWNER_URL: ownerUrl } = databases
    await loadDemo({ appUrl, tickUrl, ownerUrl, say: console.log })
  }
  const doors = {
    api: (await import('../doors/api')).default,
    tick: (await import('../doors/tick')).default,
    wechat: (await import('../doors/wechat')).default,
    storage: (await import('../doors/storage')).default,
  }
  await building
  const serving = await serve({ doors, pages: path.join(root, 'dist', 'h5'), port, host })
  stops.push(serving.stop)
  const local = `http://127.0.0.1:${port}`
  stops.push(startTicking(`${local}/api/tick`, process.env.TICK_SECRET ?? '', 10))

  const seconds = ((Date.now() - options.startedAt) / 1000).toFixed(1)
  console.log(`\n哨到 is ready after ${seconds} s:  ${address}\n`)
  await showPersons(local)
  console.log('Ctrl-C stops everything; the data stays for the next start.')
}

async function prepareData({ dataDir, fresh }: StartOptions): Promise<void> {
  if (fresh && process.env.DATABASE_URL)
    throw new CannotStart('--fresh throws away the embedded database; DATABASE_URL names another.')
  if (fresh) {
    console.log(`--fresh: the data in ${dataDir} is thrown away`)
    await wipeEmbedded(dataDir)
    for (const name of ['secrets.json', 'files'])
      fs.rmSync(path.join(dataDir, name), { recursive: true, force: true })
  }
  fs.mkdirSync(path.dirname(dataDir), { recursive: true })
}

/** The addresses of the embedded database, or of the one that the environment names; migrated either way. */
async function openDatabase(options: StartOptions, stops: Stops, onEnded: () => void) {
  const { root, dataDir } = options
  const migrations = path.join(root, 'db', 'migrations')
  const { DATABASE_URL, DATABASE_TICK_URL, DATABASE_OWNER_URL } = process.env
  if (DATABASE_URL) {
    if (!DATABASE_TICK_URL) throw new CannotStart('DATABASE_URL is set, so DATABASE_TICK_URL has to be too.')
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    if (DATABASE_OWNER_URL) {
      const passwordOf = (url: string) => decodeURIComponent(new URL(url).password)
      const passwords = { appPassword: passwordOf(DATABASE_URL), tickPassword: passwordOf(DATABASE_TICK_URL) }
      await migrate({ migrations, ownerUrl: DATABASE_OWNER_URL, ...passwords, say: console.log })
    } else console.log('DATABASE_OWNER_URL is not set: the database is taken as it is, without migrations.')
    return { DATABASE_URL, DATABASE_TICK_URL, DATABASE_OWNER_URL }
  }
  const postgres = await startEmbedded({ root, dataDir, say: console.log })
  stops.push(postgres.stop)
  void postgres.ended.then(onEnded)
  const { app, tick } = postgres.passwords
  const ownerUrl = postgres.urls.owner()
  await migrate({ migrations, ownerUrl, appPassword: app, tickPassword: tick, say: console.log })
  return {
    DATABASE_URL: postgres.urls.app(),
    DATABASE_TICK_URL: postgres.urls.tick(),
    DATABASE_OWNER_URL: ownerUrl,
  }
}

async function showPersons(address: string): Promise<void> {
  const answer = await fetch(`${address}/api/session/persons`)
  if (!answer.ok) return
  const { persons } = (await answer.json()) as { persons: { title: string; where: string }[] }
  console.log('On its first page choose who to be:')
  for (const { title, where } of persons) console.log(`  ${title}  ${where}`)
  console.log('')
}
