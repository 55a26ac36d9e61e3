import { Client } from 'pg'
import { tick } from '../../functions/tick'
import { checkinAudienceOf } from '../../shared/inbox/checkinAudience'
import { recordActions } from '../../shared/record/actions'
import { csv, xlsx } from '../roll/sheets'
import { type CheckinHouse, openCheckinHouse, openRosterDoor } from './house'

let house: CheckinHouse
let door: Awaited<ReturnType<typeof openRosterDoor>>
beforeAll(async () => {
  house = await openCheckinHouse()
  door = await openRosterDoor(house.api)
})
afterAll(async () => {
  await door.close()
  await house.api.close()
})

const slips = async () => (await house.api.owner<{ n: number }>('select count(*)::int as n from slip'))[0]!.n
const look = async (file: Buffer, fileName?: string) => {
  const { tokens, ids } = house
  const rosterId = await door.upload(tokens.liaison, ids.unit, file, fileName)
  return door.preview(tokens.liaison, ids.unit, rosterId)
}
const takeIn = (rosterId: string, token = house.tokens.liaison) =>
  house.api.get(token, 'slip.import', { unitId: house.ids.unit, rosterId })

test('a roster becomes slips once; the same again, also from another program, changes nothing', async () => {
  const rows = [
    ['姓名', '手机号'],
    ...Array.from({ length: 2500 }, (_, i) => [`党员${i}`, `138${String(i).padStart(8, '0')}`]),
  ]
  const view = await look(csv(rows))
  expect([view.state, view.checked, view.bad, view.adds]).toEqual([
    'ready',
    2500,
    0,
    { slips: 2500, same: 0 },
  ])
  const both = await Promise.all(
    [1, 2].map(() =>
      house.api.ask(house.tokens.liaison, 'slip.import', { unitId: house.ids.unit, rosterId: view.rosterId }),
    ),
  )
  expect(both.map((a) => a.status)).toEqual([200, 200])
  expect(await slips()).toBe(2500)
  expect(await house.lines(view.rosterId)).toEqual(['roster.opened', 'roster.imported'])
  const again = await look(await xlsx(rows), '名单.xlsx')
  expect(again.adds).toEqual({ slips: 0, same: 2500 })
  await takeIn(again.rosterId)
  expect(await slips()).toBe(2500)
})

test('with anything wrong in it nothing is taken in, and each bad row is named with why', async () => {
  const before = await slips()
  const view = await look(
    csv([
      ['姓名', '手机号'],
      ['新甲', '13911111111'],
      ['新甲', '13911111111'],
      ['', '13911111112'],
      ['新乙', '139'],
      ['党员7', ''],
    ]),
  )
  expect([view.state, view.adds]).toEqual(['refused', null])
  expect(view.problems.map((p) => [p.line, p.field]).sort()).toEqual([
    [2, '姓名'],
    [3, '姓名'],
    [4, '姓名'],
    [5, '手机号'],
    [6, '手机号'],
  ])
  expect(
    await house.api.refusal(house.tokens.liaison, 'slip.import', {
      unitId: house.ids.unit,
      rosterId: view.rosterId,
    }),
  ).toBe('roll_has_problems')
  expect(await slips()).toBe(before)
  expect(
    await house.api.owner('select 1 from slip_roster_line where roster_id = $1 and name is not null', [
      view.rosterId,
    ]),
  ).toEqual([])
})

test.each([
  ['without a column of names', csv([['工号'], ['1']]), 'roster_headings'],
  ['with nobody in it', csv([['姓名']]), 'roster_empty'],
  [
    'that is too long',
    csv([['姓名'], ...Array.from({ length: 5001 }, (_, i) => [`长${i}`])]),
    'roster_too_long',
  ],
  ['that is no spreadsheet', Buffer.from([0, 1, 2, 3, 0, 0, 255]), 'roll_unreadable'],
])('a file %s is refused', async (_, file, code) => {
  const { tokens, ids, api } = house
  const rosterId = await door.upload(tokens.liaison, ids.unit, file)
  expect(await api.refusal(tokens.liaison, 'slip.preview', { unitId: ids.unit, rosterId })).toBe(code)
})

test('slips issued since the preview: it has to be looked at again; of another unit it is not found', async () => {
  const { tokens, ids, api } = house
  const view = await look(csv([['姓名'], ['后来甲'], ['后来乙']]))
  await house.issue('后来甲')
  expect(
    await api.refusal(tokens.liaison, 'slip.import', { unitId: ids.unit, rosterId: view.rosterId }),
  ).toBe('roster_outdated')
  for (const name of ['slip.preview', 'slip.roster', 'slip.import'] as const)
    expect(await api.refusal(tokens.otherLiaison, name, { unitId: ids.unit, rosterId: view.rosterId })).toBe(
      'not_found',
    )
})

describe('the record tells', () => {
  test('the same people in the database as in code', async () => {
    const owner = new Client({ connectionString: house.api.database.urls.owner })
    await owner.connect()
    const { rows } = await owner.query<{ action: string; of: string[] }>(
      'select a as action, checkin_audience_of(a) as of from unnest($1::text[]) a',
      [Object.keys(recordActions)],
    )
    await owner.end()
    const inCode = checkinAudienceOf as Record<string, readonly string[]>
    for (const { action, of } of rows) expect([action, of]).toEqual([action, [...(inCode[action] ?? [])]])
    expect(Object.keys(inCode).filter((a) => !(a in recordActions))).toEqual([])
  })
  test('the unit of slips that nobody presented in fifteen days, once', async () => {
    const { api, tokens } = house
    const run = (days: number) =>
      tick(api.database.urls.tick, new Date(api.now.getTime() + days * 86_400_000))
    expect((await run(14)).slips).toBe(0)
    expect((await run(15)).slips).toBe(1)
    expect((await run(15)).slips).toBe(0)
    const { items } = await api.get(tokens.liaison, 'inbox.list', {})
    expect(items[0]!.says).toContain('还没有人来报到')
  })
  test('the worker of whoever comes, the member of what became of it, nobody else', async () => {
    const { api, tokens } = house
    const member = await house.addPerson()
    await house.checkIn(member.token, '被告知的')
    const says = async (token: string) => (await api.get(token, 'inbox.list', {})).items.map((l) => l.says)
    expect(await says(tokens.worker)).toContain('来报到了，请受理')
    expect(await says(member.token)).toContain('受理了报到，回执出来了')
    expect(await says(tokens.liaison)).toContain('受理了报到，回执出来了')
    for (const other of [tokens.officer, tokens.otherLiaison, tokens.workerThere])
      expect(await says(other)).toEqual([])
  })
})
