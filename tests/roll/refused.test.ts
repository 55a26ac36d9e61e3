import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { ourDisk } from '../../functions/kernel/storage'
import { clearRollFiles } from '../../functions/roll/clearFiles'
import { openRollHouse, type RollHouse } from './house'
import { csv, headings, manyHomes, ownerLine as owner, xlsx } from './sheets'

let house: RollHouse
beforeAll(async () => {
  house = await openRollHouse()
})
afterAll(() => house.close())

const sheet = (...rows: ReturnType<typeof owner>[]) => csv([headings, ...rows])

describe('a file that cannot be taken', () => {
  test.each<[string, () => Promise<Buffer>, string, number]>([
    ['that is empty', async () => csv([headings]), 'roll_empty', 422],
    ['without its headings', async () => csv([['姓名'], ['甲']]), 'roll_headings', 422],
    ['with merged cells', () => xlsx([headings, owner('1', '甲'), [null, null]], true), 'roll_merged', 422],
    ['that is a picture', async () => Buffer.from('89504e470d0a1a0a0000', 'hex'), 'roll_unreadable', 422],
    ['of 100,000 lines', async () => csv([headings, ...manyHomes(100_000)]), 'roll_too_long', 422],
  ])('%s is refused and nothing is kept of it', async (_, file, code, status) => {
    const { api, communityId, worker } = house
    const rollId = await house.upload(await file(), code === 'roll_unreadable' ? '名册.xlsx' : '名册.csv')
    const refused = await api.ask(worker, 'roll.preview', { communityId, rollId })
    expect(refused).toMatchObject({ status, body: { code } })
    if (code === 'roll_headings')
      expect(refused.body).toMatchObject({ message: '第一行缺少“楼栋、房号、面积”这一列，请补上后再传' })
    expect(await api.get(worker, 'roll.get', { communityId, rollId })).toMatchObject({
      state: 'opened',
      lines: 0,
    })
    expect(await api.owner('select 1 from roll_line where roll_id = $1', [rollId])).toEqual([])
  })
  test('that has not come yet is asked for', async () => {
    const { api, communityId, compoundId, worker } = house
    const id = randomUUID()
    const open = { communityId, compoundId, id, fileName: '名册.csv', bytes: 10 }
    await api.get(worker, 'roll.upload', open)
    await api.get(worker, 'roll.upload', open)
    expect(await api.refusal(worker, 'roll.upload', { ...open, bytes: 11 })).toBe('id_taken')
    expect(await api.refusal(worker, 'roll.preview', { communityId, rollId: id })).toBe('roll_file_missing')
    expect(await api.refusal(worker, 'roll.import', { communityId, rollId: id })).toBe('roll_unchecked')
  })
  test.each([
    ['too large', { bytes: 11 * 1024 * 1024 }, 'invalid'],
    ['without a name', { fileName: ' ' }, 'invalid'],
    ['for a compound that is not there', { compoundId: randomUUID() }, 'not_found'],
  ])('%s is not even opened', async (_, wrong, code) => {
    const { api, communityId, compoundId, worker } = house
    const id = randomUUID()
    const open = { communityId, compoundId, id, fileName: '名册.csv', bytes: 10, ...wrong }
    expect(await api.refusal(worker, 'roll.upload', open)).toBe(code)
    expect(await api.owner('select 1 from record where subject_id = $1', [id])).toEqual([])
  })
  test('for a compound that has ended is refused, before and after the look', async () => {
    const { api, communityId, worker } = house
    const compoundId = await house.addCompound('终了院')
    const rollId = await house.upload(sheet(owner('101', '甲')), '名册.csv', compoundId)
    await house.preview(rollId)
    await api.owner(`update compound set to_day = '2026-11-01' where id = $1`, [compoundId])
    expect(await api.refusal(worker, 'roll.import', { communityId, rollId })).toBe('compound_ended')
    const open = { communityId, compoundId, id: randomUUID(), fileName: '名册.csv', bytes: 10 }
    expect(await api.refusal(worker, 'roll.upload', open)).toBe('compound_ended')
    expect(await api.owner('select 1 from home where compound_id = $1', [compoundId])).toEqual([])
  })
})

describe('a roll that was left lying', () => {
  test('is cleared away after a week, and asks for its file again', async () => {
    const { api, communityId, worker } = house
    const rollId = await house.upload(sheet(owner('801', '甲')))
    const key = `c/${communityId}/rolls/${rollId}`
    await house.preview(rollId)
    const tick = new Client({ connectionString: api.database.urls.tick })
    await tick.connect()
    try {
      expect(await clearRollFiles(tick, api.now)).toBe(0)
      expect(await ourDisk().readFile(key)).toBeDefined()
      const weekLater = new Date(api.now.getTime() + 7 * 86_400_000)
      expect(await clearRollFiles(tick, weekLater)).toBeGreaterThan(0)
      await tick.query('delete from roll_line where roll_id = $1', [rollId])
    } finally {
      await tick.end()
    }
    expect(await ourDisk().readFile(key)).toBeUndefined()
    expect(await api.refusal(worker, 'roll.import', { communityId, rollId })).toBe('roll_unchecked')
    expect(await api.refusal(worker, 'roll.preview', { communityId, rollId })).toBe('roll_file_missing')
  })
})

describe('a roll of another community', () => {
  test('is not found by its workers, under either address', async () => {
    const { api, communityId, stranger } = house
    const rollId = await house.upload(sheet(owner('901', '甲')))
    for (const name of ['roll.get', 'roll.preview', 'roll.import'] as const)
      expect(await api.ask(stranger, name, { communityId, rollId })).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      })
    const open = {
      communityId,
      compoundId: house.compoundId,
      id: randomUUID(),
      fileName: '名册.csv',
      bytes: 10,
    }
    expect(await api.refusal(stranger, 'roll.upload', open)).toBe('not_found')
  })
  test('and a person without a role may do nothing with it', async () => {
    const { api, communityId } = house
    const { token } = await house.addPerson()
    const rollId = await house.upload(sheet(owner('901', '甲')))
    expect(await api.refusal(token, 'roll.get', { communityId, rollId })).toBe('not_found')
    expect(await api.refusal(undefined, 'roll.get', { communityId, rollId })).toBe('signed_out')
  })
  test('cannot be bound to by the function alone', async () => {
    const { api, communityId } = house
    const client = new Client({ connectionString: api.database.urls.app })
    await client.connect()
    try {
      await client.query(`select set_config('app.communities', $1, false)`, [randomUUID()])
      const { rows } = await client.query(
        `select * from bind_ties($1, array(select id from home_tie), '2026-11-21')`,
        [communityId],
      )
      expect(rows).toEqual([])
    } finally {
      await client.end()
    }
  })
})
