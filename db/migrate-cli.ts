import path from 'node:path'
import { CannotStart } from './cannotStart'
import { migrate } from './migrate'

function need(name: string): string {
  const value = process.env[name]
  if (!value) throw new CannotStart(`${name} is not set.`)
  return value
}

function readPassword(name: string, role: string): string {
  const { username, password } = new URL(need(name))
  if (username !== role) throw new CannotStart(`${name} must log in as "${role}", not as "${username}".`)
  return decodeURIComponent(password)
}

async function run(): Promise<void> {
  const { applied, at } = await migrate({
    migrations: path.resolve(process.env.MIGRATIONS ?? 'db/migrations'),
    ownerUrl: need('DATABASE_OWNER_URL'),
    appPassword: readPassword('DATABASE_URL', 'app'),
    tickPassword: readPassword('DATABASE_TICK_URL', 'tick'),
    say: console.log,
  })
  console.log(`${applied.length} migrations applied; the database is at ${at || 'its beginning'}`)
}

run().catch((fault: unknown) => {
  console.error(fault instanceof CannotStart ? fault.message : fault)
  process.exitCode = 1
})
