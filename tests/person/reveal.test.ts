import { randomUUID } from 'node:crypto'
import { cast, demoPhone } from '../../functions/demo/cast'
import { demoId } from '../../functions/demo/stage'
import { hongyun, yanxi } from '../../functions/demo/story'
import { tellFaultToLog } from '../../functions/kernel/handle'
import type { Input } from '../../shared/contract'
import { openApi, type TestApi } from '../kernel/api'
import { tablesHolding } from '../kernel/search'
import { signInAll } from '../kernel/signIn'

type Who =
  | 'communityWorker'
  | 'secondWorker'
  | 'gridWorker'
  | 'secondGridWorker'
  | 'buildingLead'
  | 'entranceLead'
  | 'owner'
  | 'tenant'
  | 'committeeDirector'
  | 'subdistrictOfficer'
let api: TestApi
let token: Record<Who, string>
/** The line of 9栋1单元701, whose owner bound their number. */
let tie: { communityId: string; homeId: string; tieId: string }
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
  await api.owner(`update person set demo_title = '第二网格员' where id = $1`, [demoId('secondGridWorker')])
  token = await signInAll(
    api,
    'communityWorker',
    'secondWorker',
    'gridWorker',
    'secondGridWorker',
    'buildingLead',
    'entranceLead',
    'owner',
    'tenant',
    'committeeDirector',
    'subdistrictOfficer',
  )
  tie = await tieAt('9栋1单元701')
})
afterAll(() => api.close())

async function tieAt(label: string) {
  const { items } = await api.get(token.communityWorker, 'home.list', { communityId: yanxi, find: label })
  const homeId = items.find((h) => h.label === label)!.homeId
  const { ties } = await api.get(token.communityWorker, 'home.get', { communityId: yanxi, homeId })
  return { communityId: yanxi, homeId, tieId: ties[0]!.tieId }
}
const reveal = (by: string, of: object = tie, purpose: Input<'person.reveal'>['purpose'] = 'verify') =>
  api.ask(by, 'person.reveal', { ...tie, ...of, purpose })
const looks = () =>
  api.owner<{ actor_id: string; about_id: string; after: object }>(
    `select actor_id, about_id, after from record where action = 'person.revealed' and subject_id = $1 order by id desc`,
    [tie.tieId],
  )

describe('a whole number', () => {
  test('is told to those who look after the home, each time with a line that says who and what for', async () => {
    for (const key of ['communityWorker', 'gridWorker', 'buildingLead'] as const) {
      const before = (await looks()).length
      expect((await reveal(token[key], {}, 'emergency')).body).toEqual({ phone: demoPhone('owner') })
      const lines = await looks()
      expect(lines).toHaveLength(before + 1)
      expect(lines[0]).toEqual({
        actor_id: demoId(key),
        about_id: demoId('owner'),
        after: { purpose: 'emergency' },
      })
      api.now = new Date(api.now.getTime() + 1000)
    }
  })

  test('is not told to a neighbour, an officer, or those who look after something else', async () => {
    const before = await looks()
    for (const key of ['owner', 'tenant', 'subdistrictOfficer'] as const)
      expect([key, (await reveal(token[key])).status]).toEqual([key, 403])
    for (const key of ['secondWorker', 'entranceLead', 'committeeDirector'] as const)
      expect([key, (await reveal(token[key])).status]).toEqual([key, 404])
    expect((await reveal(token.buildingLead, await tieAt('8栋2单元301'))).status).toBeGreaterThanOrEqual(403)
    expect((await reveal(token.gridWorker, await tieAt('1栋1单元502'))).status).toBe(403)
    expect((await reveal(token.secondWorker, { communityId: hongyun })).status).toBe(404)
    expect(await looks()).toEqual(before)
  })

  test('that nobody wrote down is told as none, and the looking is on the record all the same', async () => {
    const none = await tieAt('9栋2单元501')
    expect((await reveal(token.communityWorker, none)).body).toEqual({ phone: null })
    expect(
      await api.owner(`select 1 from record where subject_id = $1 and action = 'person.revealed'`, [
        none.tieId,
      ]),
    ).toHaveLength(1)
  })

  test('of one home is not told through another', async () => {
    const other = await tieAt('9栋2单元501')
    expect((await reveal(token.communityWorker, { homeId: other.homeId })).status).toBe(404)
  })
})

describe('the person whose number it is', () => {
  test('sees who looked, by role, when and what for, newest first', async () => {
    await reveal(token.gridWorker, {}, 'contact')
    const { items } = await api.get(token.owner, 'record.mine', {})
    expect(items[0]).toMatchObject({
      says: '看了完整手机号（联系办事）',
      actor: '网格员',
      at: api.now.toISOString(),
      subject: '9栋1单元701',
      after: { purpose: 'contact' },
    })
    const times = items.map((e) => e.at)
    expect(times).toEqual([...times].sort().reverse())
  })

  test('sees nothing of looks at others', async () => {
    const { items } = await api.get(token.tenant, 'record.mine', {})
    expect(items.filter((e) => e.action === 'person.revealed')).toEqual([])
  })
})

describe('the numbers of the demo', () => {
  const numbers = cast.map((c) => demoPhone(c.key))
  test('stand in no table in clear, in no column, not within JSON and not as bytes', async () => {
    expect(await tablesHolding(api, numbers)).toEqual([])
  })

  test('are found where they are planted, so that the search is no blind one', async () => {
    await api.owner(`update person set demo_where = $2 where id = $1`, [demoId('liaison'), numbers[3]])
    expect(await tablesHolding(api, numbers)).toEqual(['person'])
    await api.owner('update person set demo_where = null where id = $1', [demoId('liaison')])
  })

  test('reach no list: wherever one stands, it is masked', async () => {
    const answers = [
      await api.get(token.communityWorker, 'home.get', { communityId: yanxi, homeId: tie.homeId }),
      await api.get(token.communityWorker, 'role.list', { communityId: yanxi }),
      await api.get(token.communityWorker, 'claim.list', { communityId: yanxi, state: 'submitted' }),
      await api.get(token.communityWorker, 'record.list', { communityId: yanxi }),
      await api.get(token.owner, 'me.get', {}),
      await api.get(token.owner, 'record.mine', {}),
    ]
    // standing alone: within an id eleven digits may follow each other
    expect(JSON.stringify(answers)).not.toMatch(/(?<![\da-f-])1[3-9]\d{9}(?![\da-f-])/)
    expect(JSON.stringify(answers)).toMatch(/154\*{4}\d{4}/)
  })

  test('reach no log: a fault is told with its place in the code, not with what was sent', async () => {
    const said: string[] = []
    const spies = (['error', 'warn', 'log', 'info'] as const).map((level) =>
      jest
        .spyOn(console, level)
        .mockImplementation((...a: unknown[]) => void said.push(a.map(String).join(' '))),
    )
    const district = [randomUUID(), numbers[0]]
    await api.owner('insert into district (id, name) values ($1, $2)', district)
    const fault: unknown = await api
      .owner('insert into district (id, name) values ($1, $2)', [randomUUID(), numbers[0]])
      .catch((error: unknown) => error)
    // Postgres itself says the number, in the detail of its error
    expect((fault as { detail: string }).detail).toContain(numbers[0])
    tellFaultToLog('0123456789abcdef', 'place.addCompound', fault)
    await reveal(token.communityWorker)
    await api.ask(token.communityWorker, 'role.grant', { ...demoGrant, phone: numbers[0]! })
    await api.send('POST', '/api/me/phone', { token: token.owner, body: `{"code":"${numbers[1]}"` })
    for (const spy of spies) spy.mockRestore()
    await api.owner('delete from district where id = $1', [district[0]])
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('district_name_key')
    expect(said.join()).not.toMatch(/1[3-9]\d{9}/)
  })
})

const demoGrant = {
  id: randomUUID(),
  role: 'gridWorker' as const,
  scopeId: demoId('盐溪第一网格'),
  communityId: yanxi,
  from: '2026-01-01',
  to: null,
}
