import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { type EmbeddedPostgres, startEmbedded } from '../../db/embedded'
import { migrate } from '../../db/migrate'
import { announceServer } from './server'

declare global {
  var testPostgres: EmbeddedPostgres | undefined
}

/** One throwaway Postgres for the whole run, with a migrated database to clone from. */
export default async function setUp({ rootDir: root }: { rootDir: string }): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'shaodao-test-'))
  fs.chmodSync(dataDir, 0o711) // the server's user has to pass through
  const postgres = await startEmbedded({ root, dataDir, throwaway: true })
  globalThis.testPostgres = postgres
  announceServer(postgres)

  const owner = new Client({ connectionString: postgres.urls.owner('postgres') })
  await owner.connect()
  await owner.query('create database template_empty')
  await migrate({
    migrations: path.join(root, 'db', 'migrations'),
    ownerUrl: postgres.urls.owner('template_empty'),
    appPassword: postgres.passwords.app,
    tickPassword: postgres.passwords.tick,
  })
  await owner.query('alter database template_empty with is_template true allow_connections false')
  await owner.end()

  // the same for every worker, since all clone the demo that one of them loads
  Object.assign(process.env, {
    TEST_FOLDER: dataDir, // goes with the server, however the run ends
    DEMO: 'on',
    SECRET_KEY: randomBytes(32).toString('base64url'),
    TICK_SECRET: randomBytes(32).toString('base64url'),
    STORAGE_DIR: path.join(dataDir, 'files'),
    PUBLIC_HOST: 'https://shaodao.example',
    WECHAT_APPID: 'wx-test',
    WECHAT_SECRET: randomBytes(16).toString('hex'),
  })
}
