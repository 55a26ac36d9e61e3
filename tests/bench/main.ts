import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { startEmbedded } from '../../db/embedded'
import { migrate } from '../../db/migrate'
import { uuidv7 } from '../../shared/kernel/ids'
import { measureCheckins, settleDistrict } from './checkins'
import { askWell, type Contestant, measure } from './measure'
import { type MeasuredServer, startServer } from './serving'
import { lineTable, rollTable, timeTable } from './tables'
import { rolls, takeRollIn } from './takeRollIn'
import { whistleALot, whistleCount, whistleId } from './whistles'
import { Wire } from './wire'
import { community, compound, moveIn, residentId, residents, residentToken, settle, worker } from './world'

type Undo = (() => unknown)[]

/** Runs everything, prints what came out, leaves nothing behind. */
export async function bench(root: string, only: string[]): Promise<number> {
  const undo: Undo = []
  const clear = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void clear().finally(() => process.exit(130)))
  try {
    await compare(root, only, undo)
    return 0
  } catch (fault) {
    console.error(fault)
    return 1
  } finally {
    await clear()
  }
}

async function compare(root: string, only: string[], undo: Undo): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shaodao-bench-'))
  fs.chmodSync(folder, 0o711)
  undo.push(() => fs.rmSync(folder, { recursive: true, force: true }))
  const postgres = await startEmbedded({ root, dataDir: folder, throwaway: true })
  undo.push(postgres.stop)
  const { app, tick } = postgres.passwords
  const ownerUrl = postgres.urls.owner()
  const migrations = path.join(root, 'db', 'migrations')
  await migrate({ migrations, ownerUrl, appPassword: app, tickPassword: tick })
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  undo.push(() => owner.end())
  await settle(owner)

  const env = {
    DATABASE_URL: postgres.urls.app(),
    DATABASE_OWNER_URL: ownerUrl,
    SECRET_KEY: randomBytes(32).toString('base64url'),
    STORAGE_DIR: path.join(folder, 'files'),
  }
  const ours = await startServer('wholePath', env)
  undo.push(ours.stop)
  if (only.length === 0 || only.includes('checkins')) {
    await settleDistrict(owner)
    console.log(lineTable(await measureCheckins(owner, ours.port)))
    if (only.length === 1 && only[0] === 'checkins') return
  }
  const taken = []
  for (const [name, make] of Object.entries(rolls))
    taken.push(await takeRollIn(ours.port, name, await make()))
  console.log(rollTable(taken))

  const homes = await moveIn(owner)
  await whistleALot(owner)
  const floor = await startServer('floor', env)
  undo.push(floor.stop)
  await greetAll(ours)
  const table = []
  for (const [name, pair] of Object.entries(contests(ours, floor, homes))) {
    if (only.length && !only.includes(name)) continue
    // what one made would be in the way of the other
    const forget = async () => void (made[name] && (await owner.query(made[name])))
    await checkAlike(pair, forget)
    const [whole, bare] = await measure(pair, forget)
    table.push({ name, whole: whole!, bare: bare! })
  }
  console.log(timeTable(table))
}

const made: Record<string, string> = {
  'claim.submit': 'truncate claim',
  // as if it had been days ago, so that nobody's quota of a day is used up
  'whistle.submit': `update whistle_reporter set at = at - interval '9 days' where at > now() - interval '1 day'`,
}

/** A resident's first request of a day works out what they may reach; those that follow find it. */
async function greetAll({ port }: MeasuredServer): Promise<void> {
  const wire = await Wire.open(port)
  for (let n = 1; n <= residents; n++)
    await askWell(wire, { method: 'GET', path: '/api/me', token: residentToken(n) })
  wire.close()
}

/** Both have to do the same: a floor that finds nothing would be a low one. */
async function checkAlike(pair: Contestant[], forget: () => Promise<void>): Promise<void> {
  const counts = []
  for (const { server, next } of pair) {
    const wire = await Wire.open(server.port)
    const answer = JSON.parse((await askWell(wire, next())).text) as { items?: unknown[] }
    counts.push(answer.items?.length)
    await forget()
    wire.close()
  }
  if (counts[0] !== counts[1]) throw new Error(`not the same is listed: ${counts.join(' and ')}`)
}

/** The whole path first, the floor second. */
function contests(
  ours: MeasuredServer,
  floor: MeasuredServer,
  homes: string[],
): Record<string, Contestant[]> {
  const turn = () => {
    let n = 0
    return () => n++
  }
  const [ourTurn, floorTurn, ourMe, floorMe] = [turn(), turn(), turn(), turn()]
  const turns = Array.from({ length: 6 }, turn)
  const closedOne = (n: number) => whistleId(((n * 7919) % whistleCount) | 1)
  const report = () => ({
    id: uuidv7(Date.now(), randomBytes(10)),
    category: 'facility',
    words: Array.from(randomBytes(20), (b) => String.fromCharCode(0x4e00 + b * 41)).join(''),
  })
  const claimOf = (n: number) => ({
    id: uuidv7(Date.now(), randomBytes(10)),
    homeId: homes[residents + ((n * 7) % (homes.length - residents))]!, // not one they live in,
    kind: 'tenant',
    name: '租户',
  })
  const someone = (n: number) => (n % residents) + 1
  const claims = `/api/c/${community}/claims`
  return {
    'home.list': [
      { server: ours, next: () => ({ method: 'GET', path: `/api/c/${community}/homes`, token: worker }) },
      { server: floor, next: () => ({ method: 'GET', path: `/api/homes/${community}` }) },
    ],
    'claim.submit': [
      {
        server: ours,
        next: () => {
          const n = ourTurn()
          return { method: 'POST', path: claims, token: residentToken(someone(n)), body: claimOf(n) }
        },
      },
      {
        server: floor,
        next: () => {
          const n = floorTurn()
          const body = { ...claimOf(n), personId: residentId(someone(n)) }
          return { method: 'POST', path: `/api/claims/${community}`, body }
        },
      },
    ],
    'whistle.mine': [
      {
        server: ours,
        next: () => ({ method: 'GET', path: '/api/whistles', token: residentToken(someone(turns[0]!())) }),
      },
      {
        server: floor,
        next: () => ({ method: 'GET', path: `/api/mine/${residentId(someone(turns[1]!()))}` }),
      },
    ],
    'whistle.get': [
      {
        server: ours,
        next: () => ({
          method: 'GET',
          path: `/api/c/${community}/whistles/${closedOne(turns[2]!())}`,
          token: worker,
        }),
      },
      {
        server: floor,
        next: () => ({ method: 'GET', path: `/api/whistle/${community}/${closedOne(turns[3]!())}` }),
      },
    ],
    'whistle.board': [
      {
        server: ours,
        next: () => ({ method: 'GET', path: `/api/c/${community}/board?tab=open`, token: worker }),
      },
      { server: floor, next: () => ({ method: 'GET', path: `/api/board/${community}` }) },
    ],
    'whistle.submit': [
      {
        server: ours,
        next: () => ({
          method: 'POST',
          path: `/api/c/${community}/whistles`,
          token: residentToken(someone(turns[4]!())),
          body: { ...report(), compoundId: compound, urgency: 'ordinary', anonymous: false },
        }),
      },
      {
        server: floor,
        next: () => ({
          method: 'POST',
          path: `/api/whistles/${community}/${compound}`,
          body: { ...report(), personId: residentId(someone(turns[5]!())) },
        }),
      },
    ],
    'me.get': [
      {
        server: ours,
        next: () => ({ method: 'GET', path: '/api/me', token: residentToken(someone(ourMe())) }),
      },
      { server: floor, next: () => ({ method: 'GET', path: `/api/me/${residentId(someone(floorMe()))}` }) },
    ],
  }
}
