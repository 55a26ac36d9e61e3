import { Client } from 'pg'
import { sealPhone } from '../../functions/kernel/secrets'
import { ourDisk } from '../../functions/kernel/storage'
import { openRollHouse, type RollHouse } from './house'
import { type Cell, csv, headings, manyHomes, ownerLine as owner, xlsx } from './sheets'

let house: RollHouse
beforeAll(async () => {
  house = await openRollHouse()
})
afterAll(() => house.close())

const sheet = (...rows: Cell[][]) => csv([headings, ...rows])
let compounds = 0
const freshCompound = () => house.addCompound(`${++compounds}号新院`)
const homesOf = (compoundId: string) =>
  house.api.owner<{ label: string; kind: string; area: number; ties: string[] }>(
    `select h.label, h.kind, h.area_centiares as area,
       array(select concat_ws(' ', t.kind, t.name, t.from_day, t.to_day, case when t.person_id is not null then 'bound' end)
             from home_tie t where t.home_id = h.id order by 1) as ties
     from home h where h.compound_id = $1 order by h.sort_key`,
    [compoundId],
  )
const linesOf = (rollId: string) => house.api.owner('select * from roll_line where roll_id = $1', [rollId])
const recordsOf = (subjectId: string) =>
  house.api.owner<{ action: string; after: Record<string, unknown> }>(
    'select action, after from record where subject_id = $1 order by at, id',
    [subjectId],
  )

describe('a roll', () => {
  test('brings in buildings, entrances, homes and people, and leaves its record and nothing else', async () => {
    const compoundId = await freshCompound()
    const file = await xlsx([
      headings,
      [10, 1, 701, '住宅', 86.5, '业主', '业主甲', 13900000001, new Date('2019-05-01'), null],
      [10, 1, 701, null, 86.5, '租户', '租户乙', '13900000002', '2026/3/1', '2027年2月28日'],
      [9, 2, 101, '住宅', '90㎡', null, null, null, null, null],
      [9, null, '门市3', '门市', 42, null, null, null, null, null],
    ])
    const view = await house.takeIn(file, '盐溪桥名册.xlsx', compoundId)
    expect(view).toEqual({
      rollId: view.rollId,
      fileName: '盐溪桥名册.xlsx',
      state: 'imported',
      lines: 4,
      checked: 4,
      bad: 0,
      problems: [],
      adds: { buildings: 2, entrances: 2, homes: 3, people: 2, changed: 0, same: 0 },
    })
    expect(await homesOf(compoundId)).toEqual([
      { label: '9栋2单元101', kind: 'dwelling', area: 9000, ties: [] },
      { label: '9栋门市3', kind: 'shop', area: 4200, ties: [] },
      {
        label: '10栋1单元701',
        kind: 'dwelling',
        area: 8650,
        ties: ['owner 业主甲 2019-05-01', 'tenant 租户乙 2026-03-01 2027-02-28'],
      },
    ])
    const records = await recordsOf(view.rollId)
    expect(records.map((r) => r.action)).toEqual(['roll.opened', 'roll.imported'])
    expect(records[1]!.after).toEqual({ compoundId, lines: 4, ...view.adds })
    expect(JSON.stringify(records)).not.toMatch(/业主甲|1390000/)
    expect(await linesOf(view.rollId)).toEqual([])
    expect(await ourDisk().readFile(`c/${house.communityId}/rolls/${view.rollId}`)).toBeUndefined()
    const phones = await house.api.owner<{ cipher: Buffer }>(
      'select phone_cipher as cipher from home_tie where phone_cipher is not null',
    )
    expect(phones.some((p) => p.cipher.includes('139'))).toBe(false)
  })

  test('taken in again changes nothing, as the same file or under the same id', async () => {
    const compoundId = await freshCompound()
    const file = sheet(owner('101', '甲', '13900000011'), owner('102', '乙'), [
      '9栋',
      '',
      '门市1',
      '门市',
      '30',
    ])
    const first = await house.takeIn(file, '名册.csv', compoundId)
    const before = await house.api.owner('select * from home_tie order by id')
    const again = await house.takeIn(file, '名册.csv', compoundId)
    expect(again.adds).toEqual({ buildings: 0, entrances: 0, homes: 0, people: 0, changed: 0, same: 3 })
    const { communityId, worker } = house
    expect(await house.api.get(worker, 'roll.import', { communityId, rollId: first.rollId })).toEqual(first)
    expect(await house.preview(first.rollId)).toEqual(first)
    expect(await house.api.owner('select * from home_tie order by id')).toEqual(before)
    expect((await recordsOf(first.rollId)).map((r) => r.action)).toEqual(['roll.opened', 'roll.imported'])
  })

  test('changes what it tells otherwise and leaves whom it does not name', async () => {
    const compoundId = await freshCompound()
    await house.takeIn(sheet(owner('101', '甲', '13900000021'), owner('102', '乙')), '名册.csv', compoundId)
    const view = await house.takeIn(
      sheet(
        owner('101', '甲某', '13900000021', '88.00'),
        ['9栋', '1单元', '101', '', '88.00', '租户', '丙', '', '2026-03-01', '2027-02-28'],
        ['9栋', '1单元', '103', '门市', '20', '', '', '', '', ''],
      ),
      '名册.csv',
      compoundId,
    )
    expect(view.adds).toEqual({ buildings: 0, entrances: 0, homes: 1, people: 1, changed: 1, same: 0 })
    expect(await homesOf(compoundId)).toMatchObject([
      {
        label: '9栋1单元101',
        area: 8800,
        ties: ['owner 甲某 2019-05-01', 'tenant 丙 2026-03-01 2027-02-28'],
      },
      { label: '9栋1单元102', ties: ['owner 乙 2019-05-01'] },
      { label: '9栋1单元103', kind: 'shop' },
    ])
  })

  test('with one bad line takes nothing in, and names every bad line', async () => {
    const compoundId = await freshCompound()
    const { communityId, worker } = house
    const rollId = await house.upload(
      sheet(
        owner('101', '甲', '1390'),
        owner('102', '乙'),
        owner('103', '丙', '', '-5'),
        owner('102', '丁', '', '90'),
      ),
      '名册.csv',
      compoundId,
    )
    const view = await house.preview(rollId)
    expect(view).toMatchObject({ state: 'refused', lines: 4, bad: 4, adds: null })
    expect(view.problems).toEqual([
      { line: 2, field: '手机号', reason: '手机号要 11 位数字，一格只写一个' },
      { line: 3, field: '面积', reason: '和第 5 行是同一户，面积不同' },
      { line: 4, field: '面积', reason: '面积要大于 0' },
      { line: 5, field: '面积', reason: '和第 3 行是同一户，面积不同' },
    ])
    expect(await house.api.get(worker, 'roll.get', { communityId, rollId })).toEqual(view)
    expect(await house.preview(rollId)).toEqual(view)
    expect(await house.api.ask(worker, 'roll.import', { communityId, rollId })).toMatchObject({
      status: 409,
      body: { code: 'roll_has_problems', message: '有 4 行要改，改好后重新上传' },
    })
    expect(await homesOf(compoundId)).toEqual([])
    expect(await ourDisk().readFile(`c/${communityId}/rolls/${rollId}`)).toBeUndefined()
    // of a roll that is not taken in, no name is kept
    expect(JSON.stringify(await linesOf(rollId))).not.toMatch(/甲|乙|丙|丁/)
  })

  test('binds a home at once to whoever has bound that number already, and says so on the record', async () => {
    const compoundId = await freshCompound()
    const { id: personId, token } = await house.addPerson()
    const { phoneCipher, phoneIndex } = sealPhone('13900000031')
    await house.api.owner('update person set phone_cipher = $2, phone_index = $3 where id = $1', [
      personId,
      phoneCipher,
      phoneIndex,
    ])
    await house.takeIn(
      sheet(owner('101', '甲', '13900000031'), owner('101', '乙', '13900000031'), owner('102', '丙')),
      '名册.csv',
      compoundId,
    )
    const [first, second] = await homesOf(compoundId)
    expect(first!.ties.filter((t) => t.endsWith('bound'))).toHaveLength(1)
    expect(second!.ties).toEqual(['owner 丙 2019-05-01'])
    const me = await house.api.get(token, 'me.get', {})
    expect(JSON.stringify(me)).toContain('9栋1单元101')
    const noted = await house.api.owner('select action, after from record where about_id = $1', [personId])
    expect(noted).toMatchObject([{ action: 'tie.bound', after: { by: 'roll' } }])
    const [home] = await house.api.owner('select bound from home where compound_id = $1 and number = $2', [
      compoundId,
      '101',
    ])
    expect(home).toEqual({ bound: true })
  })

  test('is looked at in pieces, also when two look at once', async () => {
    const compoundId = await freshCompound()
    const { communityId, worker } = house
    const rollId = await house.upload(sheet(...manyHomes(4500)), '名册.csv', compoundId)
    const look = () => house.api.get(worker, 'roll.preview', { communityId, rollId })
    expect(await look()).toMatchObject({ state: 'checking', lines: 4500, checked: 2000 })
    expect(await house.api.refusal(worker, 'roll.import', { communityId, rollId })).toBe('roll_unchecked')
    const both = await Promise.all([look(), look()])
    expect(both.map((v) => v.checked).sort()).toEqual([4000, 4500])
    expect(await look()).toMatchObject({ state: 'ready', adds: { homes: 4500, people: 4500 } })
    const [one, other] = await Promise.all(
      [0, 1].map(() => house.api.get(worker, 'roll.import', { communityId, rollId })),
    )
    expect(one).toEqual(other)
    expect(await homesOf(compoundId)).toHaveLength(4500)
  })

  test('is looked at anew when homes changed since, and taken in then', async () => {
    const compoundId = await freshCompound()
    const { communityId, worker } = house
    const rollId = await house.upload(sheet(owner('101', '甲'), owner('102', '乙')), '名册.csv', compoundId)
    expect(await house.preview(rollId)).toMatchObject({ adds: { buildings: 1, homes: 2 } })
    await house.takeIn(sheet(owner('101', '甲')), '名册.csv', compoundId)
    expect(await house.api.refusal(worker, 'roll.import', { communityId, rollId })).toBe('roll_outdated')
    expect(await house.preview(rollId)).toMatchObject({
      state: 'ready',
      adds: { buildings: 0, homes: 1, same: 1 },
    })
    expect(await house.api.get(worker, 'roll.import', { communityId, rollId })).toMatchObject({
      state: 'imported',
    })
  })

  test('undone in the middle leaves nothing, and can be taken in afterwards', async () => {
    const compoundId = await freshCompound()
    const { api, communityId, worker } = house
    const rollId = await house.upload(sheet(...manyHomes(300)), '名册.csv', compoundId)
    await house.preview(rollId)
    const before = await api.owner('select * from tally where community_id = $1', [communityId])
    const blocker = new Client({ connectionString: api.database.urls.owner })
    await blocker.connect()
    try {
      // homes are written before ties: held here, the import has half of its work behind it
      await blocker.query('begin; lock table home_tie in exclusive mode')
      const importing = api.ask(worker, 'roll.import', { communityId, rollId })
      for (;;) {
        const [waiting] = await api.owner<{ pid: number }>(
          `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and usename = 'app'`,
        )
        if (!waiting) continue
        await api.owner('select pg_terminate_backend($1)', [waiting.pid])
        break
      }
      expect((await importing).status).toBe(500)
    } finally {
      await blocker.query('rollback')
      await blocker.end()
    }
    api.faults.length = 0
    expect(await homesOf(compoundId)).toEqual([])
    expect(await api.owner('select 1 from building where compound_id = $1', [compoundId])).toEqual([])
    expect(await api.owner('select * from tally where community_id = $1', [communityId])).toEqual(before)
    expect(await api.get(worker, 'roll.get', { communityId, rollId })).toMatchObject({ state: 'ready' })
    expect(await api.get(worker, 'roll.import', { communityId, rollId })).toMatchObject({
      adds: { homes: 300 },
    })
  })

  test('of 5,000 homes is taken in whole, and again changes nothing', async () => {
    const compoundId = await freshCompound()
    const file = await xlsx([headings, ...manyHomes(5000)])
    for (const adds of [
      { homes: 5000, people: 5000, same: 0 },
      { homes: 0, people: 0, same: 5000 },
    ]) {
      const view = await house.takeIn(file, '名册.xlsx', compoundId)
      expect(view.adds).toMatchObject(adds)
    }
  })
})
