import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { demoId } from '../../functions/demo/stage'
import { yanxi } from '../../functions/demo/story'
import { ourDisk } from '../../functions/kernel/storage'
import { startWechatStandIn, type WechatStandIn } from '../../functions/local/wechatStandIn'
import { verbs } from '../../functions/verbs'
import { type EndpointName, endpointNames } from '../../shared/contract'
import { addDays, dayOf } from '../../shared/kernel/time'
import { recordActions, subjectKinds } from '../../shared/record/actions'
import { openApi, type TestApi } from '../kernel/api'
import { sampleInput, type Things, thingsOf } from '../kernel/samples'
import { signIn } from '../kernel/signIn'
import { jpeg } from '../media/pictures'
import { taughtCheckins } from './taughtCheckins'
import { moneyPeople, taughtMoney } from './taughtMoney'
import { taughtPatrols } from './taughtPatrols'
import { taughtWhistles } from './taughtWhistles'

let api: TestApi
let wechat: WechatStandIn
let things: Things
beforeAll(async () => {
  wechat = await startWechatStandIn({
    appId: process.env.WECHAT_APPID!,
    secret: process.env.WECHAT_SECRET!,
    now: () => api.now,
  })
  process.env.WECHAT_API = wechat.url
  api = await openApi({ demo: true, now: new Date() })
  things = await thingsOf(api, '盐溪社区')
})
afterAll(async () => {
  await wechat.stop()
  await api.close()
})

const writes = endpointNames.filter((name) => verbs[name].kind === 'write')
// looks at pieces of a file and keeps how far it is; what comes of it is on the record when it is taken in
const leavesNone: EndpointName[] = ['roll.preview', 'slip.preview']
// who tries in turn, those who may most first
const people = [
  'districtOfficer',
  'subdistrictOfficer',
  'communityWorker',
  'department',
  'gridWorker',
  'buildingLead',
  'owner',
  'newcomer',
  'tenant',
  ...moneyPeople,
  'liaison',
]

interface Line {
  id: string
  action: keyof typeof recordActions
  subject_kind: keyof typeof subjectKinds
  before: unknown
  after: unknown
}
const lines = (sql = '') =>
  api.owner<Line>(`select id, action, subject_kind, before, after from record ${sql} order by id`)

/** What an input needs that cannot be read from its schema. */
const taught: Partial<Record<EndpointName, (token: string) => Promise<object>>> = {
  'me.phone': async () => ({ code: 'phone-13712345678' }),
  'session.end': async (token) => ({ sessionId: (await api.get(token, 'me.get', {})).sessionId }),
  'claim.submit': async () => ({ homeId: await emptyHome() }),
  'claim.withdraw': async (token) => {
    const id = randomUUID()
    await api.get(token, 'claim.submit', {
      communityId: yanxi,
      id,
      homeId: await emptyHome(),
      kind: 'owner',
      name: '来的人',
    })
    return { claimId: id }
  },
  'home.represent': async () => ownedHome(),
  'place.addGrid': async (token) => ({ buildingIds: [(await newCompound(token)).buildingId] }),
  'place.join': async (token) => ({
    compoundIds: [(await newCompound(token)).compoundId, (await newCompound(token)).compoundId],
    name: '合起来的',
    from: dayOf(api.now),
  }),
  'place.split': async (token) => {
    const { compoundId, buildingId } = await newCompound(token)
    const second = randomUUID()
    await api.get(token, 'place.addBuilding', {
      communityId: yanxi,
      compoundId,
      id: second,
      name: '二号楼',
      entrances: [],
    })
    const part = (id: string, name: string) => ({
      id: randomUUID(),
      name,
      management: 'none',
      buildingIds: [id],
    })
    return { compoundId, from: dayOf(api.now), into: [part(buildingId, '分出一'), part(second, '分出二')] }
  },
  'organisation.engage': async (token) => ({
    compoundId: (await newCompound(token)).compoundId,
    to: null,
    from: dayOf(api.now),
  }),
  'role.grant': async () => ({
    phone: undefined,
    personId: demoId('owner'),
    from: dayOf(api.now),
    to: null,
    role: 'gridWorker',
    scopeId: things.gridId,
  }),
  'roll.import': async (token) => ({ rollId: await checkedRoll(token) }),
  ...taughtWhistles(() => api),
  ...taughtPatrols(() => api),
  ...taughtCheckins(() => api),
  ...taughtMoney(
    () => api,
    (token) => newCompound(token),
  ),
  'media.finish': async (token) => ({ photoId: await sentPhoto(token) }),
  'media.check': async (token) => {
    const photoId = await sentPhoto(token)
    await api.get(token, 'media.finish', { communityId: yanxi, photoId })
    return { photoId }
  },
}
const emptyHome = async () =>
  (
    await api.owner<{ id: string }>(
      `select h.id from home h where community_id = $1 and not bound and not exists (select 1 from claim c where c.home_id = h.id) limit 1`,
      [yanxi],
    )
  )[0]!.id
const ownedHome = async () =>
  (
    await api.owner<{ homeId: string; tieId: string }>(
      `select home_id as "homeId", id as "tieId" from home_tie where community_id = $1 and kind = 'owner' limit 1`,
      [yanxi],
    )
  )[0]!
let made = 0
async function newCompound(token: string) {
  const [compoundId, buildingId] = [randomUUID(), randomUUID()]
  await api.get(token, 'place.addCompound', {
    communityId: yanxi,
    id: compoundId,
    name: `新${++made}`,
    management: 'none',
    from: addDays(dayOf(api.now), -1),
  })
  await api.get(token, 'place.addBuilding', {
    communityId: yanxi,
    compoundId,
    id: buildingId,
    name: `楼${made}`,
    entrances: [],
  })
  return { compoundId, buildingId }
}
async function checkedRoll(token: string) {
  const { compoundId } = await newCompound(token)
  const rollId = randomUUID()
  const content = Buffer.from(
    '楼栋,单元,房号,类型,面积,身份,姓名,手机号\r\n一栋,一单元,101,住宅,80,业主,张三丰,13787654321',
  )
  const { fields } = await api.get(token, 'roll.upload', {
    communityId: yanxi,
    compoundId,
    id: rollId,
    fileName: '张三丰.csv',
    bytes: content.length,
  })
  await ourDisk().place(fields.key!, Readable.from([content]), content.length)
  expect((await api.get(token, 'roll.preview', { communityId: yanxi, rollId })).state).toBe('ready')
  return rollId
}

async function sentPhoto(token: string) {
  const id = randomUUID()
  const content = await jpeg()
  const { fields } = await api.get(token, 'media.upload', {
    communityId: yanxi,
    id,
    bytes: content.length,
    contentType: 'image/jpeg',
  })
  await ourDisk().place(fields.key!, Readable.from([content]), content.length)
  return id
}

/** Does it as the first of the demo's people who may. */
async function doOnce(name: EndpointName): Promise<{ before: Set<string>; who: string } | undefined> {
  for (const who of people) {
    const token = await signIn(api, who)
    const special = await taught[name]?.(token).catch(() => undefined)
    if (taught[name] && !special) continue
    const input = { ...sampleInput(name, things), ...special }
    const before = new Set((await lines()).map((l) => l.id))
    const { status } = await api.ask(token, name, input as never)
    if (status === 200) return { before, who }
  }
  return undefined
}

const reference = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d{2}(-\d{2})?|[a-zA-Z]+)$/
/** What in a line is more than a reference, a day, a number or a word of the house. */
function tooMuch(value: unknown): unknown[] {
  if (value === null || typeof value === 'boolean' || (typeof value === 'number' && value < 1e10)) return []
  if (typeof value === 'string') return reference.test(value) ? [] : [value]
  if (typeof value === 'object') return Object.values(value).flatMap(tooMuch)
  return [value]
}
const faultsOf = (line: Line) => [
  ...(line.action in recordActions ? [] : [`unknown action ${line.action}`]),
  ...(line.subject_kind in subjectKinds ? [] : [`unknown kind ${line.subject_kind}`]),
  ...tooMuch([line.before, line.after]),
]

// somebody who is erased does nothing more
const last = (n: EndpointName) => Number(n === 'me.erase')
test.each([...writes].sort((a, b) => last(a) - last(b)))(
  '%s leaves a line on the record, with references alone',
  async (name) => {
    const done = await doOnce(name)
    // whoever adds a verb teaches this test what it needs
    if (!done && !leavesNone.includes(name))
      throw new Error(
        `${name} was done by nobody; teach tests/record/everyWrite.test.ts what its input needs`,
      )
    const added = (await lines()).filter((l) => !done?.before.has(l.id))
    if (leavesNone.includes(name)) return
    expect(added.length).toBeGreaterThan(0)
    expect(added.flatMap(faultsOf)).toEqual([])
    expect(api.faults).toEqual([])
  },
)

test('all that the demo lived through is on the record, and none of it holds a name, a number or a sentence', async () => {
  const all = await lines()
  expect(all.length).toBeGreaterThan(100)
  expect(all.flatMap(faultsOf)).toEqual([])
  const lived = new Set(all.map((l) => l.action))
  // a year's calendar is published by the owner of the database, not within the story
  const notLived = ['whistle.rescheduled']
  expect(Object.keys(recordActions).filter((a) => !lived.has(a as Line['action']))).toEqual(notLived)
})

test.each([['张三丰'], ['13787654321'], [13_787_654_321], ['9栋1单元701'], ['call me'], ['']])(
  'a planted %p in a line is caught',
  (planted) => {
    expect(tooMuch({ name: planted })).toEqual([planted])
    expect(tooMuch({ deep: [{ in: planted }] })).toEqual([planted])
  },
)
