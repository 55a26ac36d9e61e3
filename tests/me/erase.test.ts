import { randomUUID } from 'node:crypto'
import { demoId } from '../../functions/demo/stage'
import { yanxi, yanxiCompound } from '../../functions/demo/story'
import { startWechatStandIn, type WechatStandIn } from '../../functions/local/wechatStandIn'
import { dayOf } from '../../shared/kernel/time'
import { eraseWord } from '../../shared/me/words'
import { openApi, type TestApi } from '../kernel/api'
import { tablesHolding, tablesOf } from '../kernel/search'
import { recorded, signIn } from '../kernel/signIn'

let api: TestApi
let wechat: WechatStandIn
let worker: string
beforeAll(async () => {
  wechat = await startWechatStandIn({
    appId: process.env.WECHAT_APPID!,
    secret: process.env.WECHAT_SECRET!,
    now: () => api.now,
  })
  process.env.WECHAT_API = wechat.url
  api = await openApi({ demo: true, now: new Date() })
  worker = await signIn(api, 'communityWorker')
})
afterAll(async () => {
  await wechat.stop()
  await api.close()
})

const phone = '13755667788'
let issued = 0
const names = {
  openid: 'openid-of-the-erased',
  name: '来去无踪',
  words: '租的是朝南那间',
  device: '她的旧手机',
  secondName: '来去无踪又名',
}
const homeCalled = async (label: string) =>
  (await api.get(worker, 'home.list', { communityId: yanxi, find: label })).items.find(
    (h) => h.label === label,
  )!.homeId

/** Somebody with a bit of everything: homes from the roll and by claim, a role, sessions, claims of every kind. */
async function live() {
  const enter = () =>
    api.get(undefined, 'session.wechat', {
      code: `login-${names.openid}.${api.now.getTime() - ++issued}`,
      device: names.device,
    })
  const gone = await enter()
  const { sessionId } = await api.get(gone.token, 'me.get', {})
  const { token, personId } = await enter()
  await api.get(token, 'session.end', { sessionId })
  const tie = async (label: string, to: string | null, name = names.name) => {
    const homeId = await homeCalled(label)
    const id = randomUUID()
    const days = { from: '2026-01-01', to }
    await api.get(worker, 'home.addTie', {
      communityId: yanxi,
      homeId,
      id,
      kind: 'owner',
      name,
      phone,
      ...days,
    })
    return { homeId, tieId: id }
  }
  const first = await tie('1栋1单元101', null)
  await tie('1栋1单元101', null, names.secondName)
  await tie('1栋1单元102', '2026-02-01', names.secondName)
  await api.get(token, 'me.phone', {
    code: `phone-${phone}.${api.now.getTime() - ++issued}`,
  })
  await api.get(token, 'home.represent', { communityId: yanxi, ...first })
  const claim = async (label: string) => {
    const id = randomUUID()
    await api.get(token, 'claim.submit', {
      communityId: yanxi,
      id,
      homeId: await homeCalled(label),
      kind: 'tenant',
      name: names.name,
      words: names.words,
    })
    return { communityId: yanxi, claimId: id }
  }
  await api.get(worker, 'claim.decide', { ...(await claim('9栋2单元701')), decision: 'accept' })
  await api.get(worker, 'claim.decide', {
    ...(await claim('9栋2单元702')),
    decision: 'reject',
    reason: `${names.name}不在名册上`,
  })
  await api.get(token, 'claim.withdraw', await claim('9栋2单元601'))
  const waiting = await claim('9栋2单元602')
  const report = {
    communityId: yanxi,
    compoundId: yanxiCompound,
    category: 'lift' as const,
    urgency: 'danger' as const,
  }
  const whistleId = randomUUID()
  await api.get(token, 'whistle.submit', {
    ...report,
    id: whistleId,
    words: names.words,
    spot: names.secondName,
    anonymous: true,
  })
  await api.get(worker, 'whistle.askBack', { communityId: yanxi, whistleId, words: '哪一部？' })
  await api.get(token, 'whistle.answer', { communityId: yanxi, whistleId, words: names.words })
  await api.get(worker, 'whistle.intake', {
    ...report,
    id: randomUUID(),
    words: '打电话来说电梯停了',
    source: 'phone',
    name: names.name,
    phone,
  })
  const grantId = randomUUID()
  await api.get(worker, 'role.grant', {
    id: grantId,
    personId,
    role: 'entranceLead',
    scopeId: await entranceOf(),
    communityId: yanxi,
    from: dayOf(api.now),
    to: null,
  })
  return { token, personId, first, waiting, grantId, whistleId }
}
const entranceOf = async () => {
  const { compounds } = await api.get(worker, 'place.tree', { communityId: yanxi })
  return compounds.flatMap((c) => c.buildings).find((b) => b.name === '1栋')!.entrances[0]!.entranceId
}

describe('an account that is given up', () => {
  test('needs the very word, and is untouched without it', async () => {
    const token = await signIn(api, 'supervisor')
    for (const confirm of ['注销', `${eraseWord}！`, 'yes'])
      expect(await api.refusal(token, 'me.erase', { confirm })).toBe('erase_unconfirmed')
    expect(await recorded(api, demoId('supervisor'))).toEqual([])
    expect((await api.get(token, 'me.get', {})).name).toBe('弘运小区监察人')
  })

  test('leaves its history, and no name, number, account, device or word of the person anywhere', async () => {
    const { token, personId, first, waiting, grantId, whistleId } = await live()
    const everything = [phone, ...Object.values(names)]
    expect(await tablesHolding(api, everything)).toEqual(
      expect.arrayContaining([
        ...['person', 'home_tie', 'claim', 'session'],
        ...['whistle', 'whistle_public', 'whistle_note', 'whistle_caller'],
      ]),
    )
    const record = () => api.owner('select * from record order by community_id, id')
    const before = await record()
    const [index] = await api.owner<{ phone_index: Buffer; openid_index: Buffer }>(
      'select phone_index, openid_index from person where id = $1',
      [personId],
    )
    const homesBefore = await api.owner<{ bound: boolean }>('select bound from home where id = $1', [
      first.homeId,
    ])
    expect(homesBefore).toEqual([{ bound: true }])

    expect(await api.get(token, 'me.erase', { confirm: eraseWord })).toEqual({ erased: true })

    // anywhere: all columns of all tables, also encrypted under its index
    expect(await tablesHolding(api, everything)).toEqual([])
    for (const table of await tablesOf(api)) {
      const hidden = await api.owner(`select 1 from ${table} t where t::text like any ($1)`, [
        [index!.phone_index, index!.openid_index].map((i) => `%${i.toString('hex')}%`),
      ])
      expect([table, hidden.length]).toEqual([table, 0])
    }
    const after = (await record()) as { action: string; subject_id: string }[]
    expect(after.filter((r) => r.action !== 'me.erased')).toEqual(before)
    expect(after.filter((r) => r.action === 'me.erased').map((r) => r.subject_id)).toEqual([personId])
    // the history stays: who was granted, claimed and decided, without who they were
    const rows = async (sql: string) => (await api.owner<{ n: number }>(sql, [personId]))[0]!.n
    expect(await rows('select count(*)::int as n from claim where person_id = $1')).toBe(4)
    expect(await rows('select count(*)::int as n from role_grant where person_id = $1')).toBe(1)
    expect(await rows(`select count(*)::int as n from person where id = $1 and erased_at is not null`)).toBe(
      1,
    )

    // what they whistled about goes on without their words
    const left = await api.get(worker, 'whistle.get', { communityId: yanxi, whistleId })
    expect(left).toMatchObject({ state: 'submitted', title: '电梯', words: null, place: '盐溪桥小区' })
    expect(left.reporters).toMatchObject([{ name: '没有留名字', phone: null, first: true }])
    expect(left.steps.map((step) => step.words)).toEqual([null, '哪一部？', null])
    expect(await rows('select count(*)::int as n from inbox where person_id = $1')).toBe(0)
    expect(await rows('select count(*)::int as n from outbox where person_id = $1')).toBe(0)

    // sessions ended, homes unbound, roles over, what waited is withdrawn
    expect(await api.refusal(token, 'me.get', {})).toBe('signed_out')
    expect(
      await rows('select count(*)::int as n from session where person_id = $1 and ended_at is null'),
    ).toBe(0)
    expect(await rows('select count(*)::int as n from home_tie where person_id = $1')).toBe(0)
    const home = await api.get(worker, 'home.get', { communityId: yanxi, homeId: first.homeId })
    expect(home.ties.find((t) => t.tieId === first.tieId)).toMatchObject({
      name: null,
      phone: null,
      bound: false,
      representative: false,
    })
    const { items } = await api.get(worker, 'home.list', { communityId: yanxi, find: '1栋1单元101' })
    expect(items[0]!.bound).toBe(false)
    const held = await api.get(worker, 'role.list', { communityId: yanxi })
    expect(held.items.map((g) => g.grantId)).not.toContain(grantId)
    expect(await api.refusal(worker, 'claim.decide', { ...waiting, decision: 'accept' })).toBe(
      'claim_settled',
    )
  })

  test('can be granted nothing, neither by its id nor by the number it had', async () => {
    const [erased] = await api.owner<{ id: string }>('select id from person where erased_at is not null')
    const grant = {
      id: randomUUID(),
      role: 'entranceLead' as const,
      scopeId: await entranceOf(),
      communityId: yanxi,
      from: dayOf(api.now),
      to: null,
    }
    expect(await api.refusal(worker, 'role.grant', { ...grant, personId: erased!.id })).toBe('person_unknown')
    expect(await api.refusal(worker, 'role.grant', { ...grant, phone })).toBe('person_unknown')
  })

  test('and come back to with the same WeChat is a new one, with nothing of the old', async () => {
    const [erased] = await api.owner<{ id: string }>('select id from person where erased_at is not null')
    const back = await api.get(undefined, 'session.wechat', {
      code: `login-${names.openid}`,
      device: '新手机',
    })
    expect(back.personId).not.toBe(erased!.id)
    const me = await api.get(back.token, 'me.get', {})
    expect([me.name, me.phone, me.roles, me.claims]).toEqual([null, null, [], []])
  })

  test('of a demo person is no longer offered', async () => {
    const token = await signIn(api, 'liaison')
    await api.get(token, 'me.erase', { confirm: eraseWord })
    const { persons } = await api.get(undefined, 'session.persons', {})
    expect(persons.map((p) => p.personId)).not.toContain(demoId('liaison'))
  })

  test('while it is used from another phone lets nothing through afterwards', async () => {
    for (let round = 0; round < 20; round++) {
      const enter = (n: number) =>
        api.get(undefined, 'session.wechat', {
          code: `login-racer${round}.${api.now.getTime() - n}`,
          device: '手机',
        })
      const [one, two] = [await enter(1), await enter(2)]
      const answers = await Promise.all([
        api.ask(one.token, 'me.erase', { confirm: eraseWord }),
        api.ask(two.token, 'me.update', { largeType: 'on' }),
        api.ask(two.token, 'me.phone', { code: `phone-1366600${String(round).padStart(4, '0')}` }),
        api.ask(undefined, 'session.wechat', {
          code: `login-racer${round}.${api.now.getTime() - 3}`,
          device: '手机',
        }),
      ])
      expect(answers[0]!.status).toBe(200)
      for (const { token } of [one, two]) expect(await api.refusal(token, 'me.get', {})).toBe('signed_out')
      const open = await api.owner(
        `select 1 from person where erased_at is not null and (large_type <> 'system' or phone_index is not null)`,
      )
      expect(open).toEqual([])
      const third = answers[3]!
      if (third.status === 200) {
        // a session that opened meanwhile is either of a new account or of no use
        const { token, personId } = third.body as { token: string; personId: string }
        expect((await api.ask(token, 'me.get', {})).status).toBe(personId === one.personId ? 401 : 200)
      }
    }
    expect(api.faults).toEqual([])
  })
})
