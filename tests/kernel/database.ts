import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import type { Role } from '../../db/embedded'
import { urlOf } from './server'

export interface TestDatabase {
  urls: Record<Role, string>
  drop(): Promise<void>
}

const demoLock = 7_203_115

/** A database of one's own: migrated, and with the demo community in it if asked for. */
export async function freshDatabase({ demo = false } = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asOwner(async (owner) => {
    if (demo) await ensureDemoTemplate(owner)
    await clone(owner, name, demo ? 'template_demo' : 'template_empty')
  })
  return {
    urls: { owner: urlOf('owner', name), app: urlOf('app', name), tick: urlOf('tick', name) },
    drop: () => asOwner(async (owner) => void (await owner.query(`drop database ${name} with (force)`))),
  }
}

async function asOwner(work: (owner: Client) => Promise<void>): Promise<void> {
  const owner = new Client({ connectionString: urlOf('owner', 'postgres') })
  await owner.connect()
  try {
    await work(owner)
  } finally {
    await owner.end()
  }
}

const clone = (owner: Client, name: string, template: string) =>
  owner.query(`create database ${name} template ${template} strategy file_copy`)

/** The first who asks builds it; who comes meanwhile waits. Its name says that it is complete. */
async function ensureDemoTemplate(owner: Client): Promise<void> {
  const exists = async () =>
    (await owner.query("select 1 from pg_database where datname = 'template_demo'")).rowCount === 1
  if (await exists()) return
  await owner.query('select pg_advisory_lock($1)', [demoLock])
  if (!(await exists())) {
    const draft = 'template_demo_draft'
    await owner.query(`drop database if exists ${draft} with (force)`)
    await clone(owner, draft, 'template_empty')
    // in a process of its own: the verbs read their settings once, and here they belong to the test
    await promisify(execFile)(process.execPath, [path.join(__dirname, 'loadDemo.mjs')], {
      env: {
        ...process.env,
        DATABASE_URL: urlOf('app', draft),
        DATABASE_TICK_URL: urlOf('tick', draft),
        DATABASE_OWNER_URL: urlOf('owner', draft),
      },
    })
    await owner.query(`alter database ${draft} with is_template true allow_connections false`)
    await owner.query(`alter database ${draft} rename to template_demo`)
  }
  await owner.query('select pg_advisory_unlock($1)', [demoLock])
}
