import { randomUUID } from 'node:crypto'
import { demoPhone } from '../../functions/demo/cast'
import { demoId } from '../../functions/demo/stage'
import { hongyun, trustCompound, yanxi, yanxiCompound } from '../../functions/demo/story'
import type { Input, Output } from '../../shared/contract'
import { dayOf } from '../../shared/kernel/time'
import { openApi, type TestApi } from '../kernel/api'
import { signInAll } from '../kernel/signIn'

type Who =
  | 'communityWorker'
  | 'secondWorker'
  | 'owner'
  | 'newcomer'
  | 'gridWorker'
  | 'buildingLead'
  | 'subdistrictOfficer'
type Entry = Output<'record.list'>['items'][number]
let api: TestApi
let token: Record<Who, string>
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
  token = await signInAll(
    api,
    'communityWorker',
    'secondWorker',
    'owner',
    'newcomer',
    'gridWorker',
    'buildingLead',
    'subdistrictOfficer',
  )
})
afterAll(() => api.close())

async function all(by: string, input: Input<'record.list'>): Promise<Entry[]> {
  const entries: Entry[] = []
  let after: string | null | undefined
  do {
    const page = await api.get(by, 'record.list', { ...input, ...(after && { after }) })
    expect(page.items.length).toBeLessThanOrEqual(20)
    entries.push(...page.items)
    after = page.next
  } while (after)
  return entries
}

describe('the record of a community', () => {
  test('has every line of it once, newest first, in pages', async () => {
    const lines = await all(token.communityWorker, { communityId: yanxi })
    const rows = await api.owner<{ id: string }>(
      'select id from record where community_id = $1 order by id desc',
      [yanxi],
    )
    expect(lines.map((l) => l.entryId)).toEqual(rows.map((r) => r.id))
    expect(lines.map((l) => l.at)).toEqual(
      lines
        .map((l) => l.at)
        .sort()
        .reverse(),
    )
    expect(lines.length).toBeGreaterThan(40)
  })

  test('of one thing tells its whole life, in words, by role and name', async () => {
    const lines = await all(token.communityWorker, {
      communityId: yanxi,
      subjectId: demoId('tenant 9栋1单元201'),
    })
    expect(lines.map((l) => [l.says, l.actor, l.subject, l.before, l.after])).toEqual([
      ['认领通过', '楼栋长 9栋楼栋长', '9栋1单元201', { state: 'submitted' }, { state: 'accepted' }],
      [
        '申请认领住户',
        expect.stringContaining('9栋1单元201租户'),
        '9栋1单元201',
        null,
        expect.objectContaining({ kind: 'tenant' }),
      ],
    ])
  })

  test('of a home tells what happened to its people and its claims, and nothing of the neighbours', async () => {
    const rows = await api.owner<{ homeId: string; id: string }>(
      `select h.id as "homeId", r.id from home h join record r on r.community_id = h.community_id
         and (r.subject_id = h.id or (r.after ->> 'homeId' = h.id::text and r.subject_kind in ('home', 'tie', 'claim'))
           or r.subject_id in (select id from claim where home_id = h.id)
           or r.subject_id in (select id from home_tie where home_id = h.id))
       where h.community_id = $1 and h.label in ('9栋1单元201', '9栋1单元701') order by r.id desc`,
      [yanxi],
    )
    const homes = [...new Set(rows.map((r) => r.homeId))]
    expect(homes).toHaveLength(2)
    for (const homeId of homes) {
      const lines = await all(token.communityWorker, { communityId: yanxi, subjectId: homeId })
      expect(lines.map((l) => l.entryId)).toEqual(rows.filter((r) => r.homeId === homeId).map((r) => r.id))
    }
    expect(await all(token.secondWorker, { communityId: hongyun, subjectId: homes[0]! })).toEqual([])
  })

  test('of a home tells that a number was seen, and is the same for the officers', async () => {
    const { items } = await api.get(token.communityWorker, 'home.list', {
      communityId: yanxi,
      find: '9栋1单元701',
    })
    const { homeId } = items[0]!
    const { ties } = await api.get(token.communityWorker, 'home.get', { communityId: yanxi, homeId })
    const tieId = ties.find((t) => t.phone !== null)!.tieId
    api.now = new Date(api.now.getTime() + 1000)
    await api.get(token.communityWorker, 'person.reveal', {
      communityId: yanxi,
      homeId,
      tieId,
      purpose: 'contact',
    })
    const input = { communityId: yanxi, subjectId: homeId }
    const lines = await all(token.communityWorker, input)
    expect([lines[0]!.says, lines[0]!.subject]).toEqual(['看了完整手机号（联系办事）', '9栋1单元701'])
    expect((await all(token.subdistrictOfficer, input)).map((l) => l.entryId)).toEqual(
      lines.map((l) => l.entryId),
    )
  })

  test('goes on where it stopped, also when more happens meanwhile', async () => {
    const first = await api.get(token.communityWorker, 'record.list', { communityId: yanxi })
    await api.get(token.communityWorker, 'place.setManagement', {
      communityId: yanxi,
      compoundId: trustCompound,
      management: 'trust',
    })
    const second = await api.get(token.communityWorker, 'record.list', {
      communityId: yanxi,
      after: first.next!,
    })
    const seen = [...first.items, ...second.items].map((l) => l.entryId)
    expect(new Set(seen).size).toBe(40)
  })

  test('is for those who work there: not for residents, leads or another community', async () => {
    for (const by of [token.owner, token.gridWorker, token.buildingLead])
      expect(await api.refusal(by, 'record.list', { communityId: yanxi })).toBe('forbidden')
    for (const by of [token.secondWorker, token.newcomer])
      expect(await api.refusal(by, 'record.list', { communityId: yanxi })).toBe('not_found')
    expect(await all(token.secondWorker, { communityId: hongyun, subjectId: yanxiCompound })).toEqual([])
    expect((await all(token.subdistrictOfficer, { communityId: yanxi })).length).toBeGreaterThan(40)
  })
})

describe('what concerns me', () => {
  test('is what others did: granted, decided, taken back, and not what I did myself', async () => {
    const grant = {
      id: randomUUID(),
      phone: demoPhone('newcomer'),
      role: 'gridWorker' as const,
      scopeId: demoId('盐溪第二网格'),
      communityId: yanxi,
      from: dayOf(api.now),
      to: null,
    }
    await api.get(token.communityWorker, 'role.grant', grant)
    api.now = new Date(api.now.getTime() + 1000)
    await api.get(token.communityWorker, 'role.revoke', { grantId: grant.id })
    api.now = new Date(api.now.getTime() + 1000)
    await api.get(token.newcomer, 'me.update', { largeType: 'on' })
    const { items } = await api.get(token.newcomer, 'record.mine', {})
    expect(items.map((l) => [l.says, l.subject])).toEqual([
      ['收回身份', '网格员'],
      ['授予身份', '网格员'],
    ])
    expect(items[0]!.actor).toMatch(/^社区工作者/)
  })

  test('comes in pages, each line once', async () => {
    for (let n = 0; n < 25; n++) {
      api.now = new Date(api.now.getTime() + 1000)
      const grant = {
        id: randomUUID(),
        phone: demoPhone('newcomer'),
        role: 'gridWorker' as const,
        scopeId: demoId('盐溪第二网格'),
        communityId: yanxi,
        from: dayOf(api.now),
        to: null,
      }
      await api.get(token.communityWorker, 'role.grant', grant)
      await api.get(token.communityWorker, 'role.revoke', { grantId: grant.id })
    }
    const seen: string[] = []
    let after: string | null | undefined
    do {
      const page = await api.get(token.newcomer, 'record.mine', after ? { after } : {})
      seen.push(...page.items.map((l) => l.entryId))
      after = page.next
    } while (after)
    expect([seen.length, new Set(seen).size]).toEqual([52, 52])
  })

  test('is nobody else’s to read, whatever they are', async () => {
    const mine = await api.get(token.newcomer, 'record.mine', {})
    for (const by of [token.owner, token.buildingLead]) {
      const theirs = (await api.get(by, 'record.mine', {})).items.map((l) => l.entryId)
      expect(mine.items.filter((l) => theirs.includes(l.entryId))).toEqual([])
    }
  })
})
