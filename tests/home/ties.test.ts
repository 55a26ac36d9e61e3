import { randomUUID } from 'node:crypto'
import { demoPhone } from '../../functions/demo/cast'
import { demoId } from '../../functions/demo/stage'
import { hongyun, yanxi } from '../../functions/demo/story'
import { addDays, dayOf } from '../../shared/kernel/time'
import { openApi, type TestApi } from '../kernel/api'
import { recorded, signInAll } from '../kernel/signIn'

type Who =
  | 'communityWorker'
  | 'secondWorker'
  | 'buildingLead'
  | 'gridWorker'
  | 'owner'
  | 'tenant'
  | 'partyMember'
  | 'subdistrictOfficer'
let api: TestApi
let token: Record<Who, string>
let today: string
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
  today = dayOf(api.now)
  token = await signInAll(
    api,
    'communityWorker',
    'secondWorker',
    'buildingLead',
    'gridWorker',
    'owner',
    'tenant',
    'partyMember',
    'subdistrictOfficer',
  )
})
afterAll(() => api.close())

const homeCalled = async (label: string) =>
  (await api.get(token.communityWorker, 'home.list', { communityId: yanxi, find: label })).items.find(
    (h) => h.label === label,
  )!.homeId
const tieFor = async (label: string, more: object = {}) => ({
  communityId: yanxi,
  homeId: await homeCalled(label),
  id: randomUUID(),
  kind: 'owner' as const,
  name: '新来的',
  phone: null as string | null,
  from: today,
  to: null as string | null,
  ...more,
})
const add = async (label: string, more: object = {}) => {
  const tie = await tieFor(label, more)
  await api.get(token.communityWorker, 'home.addTie', tie)
  return { communityId: yanxi, homeId: tie.homeId, tieId: tie.id }
}
const tiesOf = async (homeId: string) =>
  (await api.get(token.communityWorker, 'home.get', { communityId: yanxi, homeId })).ties

describe('a home', () => {
  test('shows its owner the people of it, with masked numbers, and no other home', async () => {
    const homeId = await homeCalled('9栋1单元701')
    await add('9栋1单元701', { name: '同住的人', phone: '13700001111', kind: 'tenant' })
    const home = await api.get(token.owner, 'home.get', { communityId: yanxi, homeId })
    expect(home).toMatchObject({ label: '9栋1单元701', community: '盐溪社区', compound: '盐溪桥小区' })
    expect(home.ties.map((t) => [t.name, t.phone, t.bound])).toEqual([
      ['9栋1单元701业主', '154****0000', true],
      ['同住的人', '137****1111', false],
    ])
    for (const label of ['9栋1单元702', '8栋1单元101', '9栋1单元201'])
      expect(
        await api.refusal(token.owner, 'home.get', { communityId: yanxi, homeId: await homeCalled(label) }),
      ).toBe('forbidden')
  })

  test('shows a tenant who else belongs to it, and the lead every home of the building', async () => {
    const homeId = await homeCalled('9栋1单元201')
    const names = async (by: string) =>
      (await api.get(by, 'home.get', { communityId: yanxi, homeId })).ties.map((t) => t.name)
    expect(await names(token.tenant)).toContain('9栋1单元201租户')
    expect(await names(token.buildingLead)).toEqual(await names(token.communityWorker))
    expect(
      await api.refusal(token.buildingLead, 'home.get', {
        communityId: yanxi,
        homeId: await homeCalled('8栋1单元101'),
      }),
    ).toBe('forbidden')
  })

  test('of another community is not there', async () => {
    const homeId = await homeCalled('9栋1单元701')
    for (const by of [token.secondWorker, token.partyMember]) {
      expect(await api.refusal(by, 'home.get', { communityId: yanxi, homeId })).toBe('not_found')
      // under their own community it is no more there than an id that nobody has
      expect(await api.refusal(by, 'home.get', { communityId: hongyun, homeId })).toBe(
        await api.refusal(by, 'home.get', { communityId: hongyun, homeId: randomUUID() }),
      )
    }
  })
})

describe('somebody written down for a home', () => {
  test('is there at once, with a line on the record that has neither name nor number', async () => {
    const { homeId, tieId } = await add('9栋1单元301', { phone: '13700002222' })
    expect((await tiesOf(homeId)).find((t) => t.tieId === tieId)).toMatchObject({
      name: '新来的',
      phone: '137****2222',
      bound: false,
    })
    expect(await recorded(api, tieId)).toEqual(['tie.added'])
    const [line] = await api.owner<{ after: object }>('select after from record where subject_id = $1', [
      tieId,
    ])
    expect(line!.after).toEqual({ homeId, kind: 'owner', from: today, to: null })
  })

  test('twice under one id is one; with other content is refused', async () => {
    const tie = await tieFor('9栋1单元302', { phone: '13700003333' })
    await Promise.all([1, 2, 3].map(() => api.get(token.gridWorker, 'home.addTie', tie)))
    expect(await recorded(api, tie.id)).toEqual(['tie.added'])
    expect(await api.refusal(token.gridWorker, 'home.addTie', { ...tie, name: '别人' })).toBe('id_taken')
    expect(await api.refusal(token.gridWorker, 'home.addTie', { ...tie, phone: '13700003334' })).toBe(
      'id_taken',
    )
  })

  test('cannot leave before they came', async () => {
    const tie = await tieFor('9栋1单元302', { to: addDays(today, -1) })
    expect(await api.refusal(token.communityWorker, 'home.addTie', tie)).toBe('days_reversed')
  })

  test('is written down by those who work there, not by the lead, a resident or another community', async () => {
    const tie = await tieFor('9栋1单元401')
    expect(await api.refusal(token.buildingLead, 'home.addTie', tie)).toBe('forbidden')
    expect(await api.refusal(token.owner, 'home.addTie', tie)).toBe('forbidden')
    expect(await api.refusal(token.secondWorker, 'home.addTie', tie)).toBe('not_found')
    expect(await api.refusal(token.secondWorker, 'home.addTie', { ...tie, communityId: hongyun })).toBe(
      'not_found',
    )
    expect(await api.refusal(token.gridWorker, 'home.addTie', await tieFor('1栋1单元101'))).toBe('forbidden')
    expect(await recorded(api, tie.id)).toEqual([])
    await api.get(token.subdistrictOfficer, 'home.addTie', tie)
  })
})

describe('a tie that ends', () => {
  test('ends on its day, which is told with before and after', async () => {
    const tie = await add('9栋2单元101')
    expect(await api.get(token.gridWorker, 'home.endTie', { ...tie, to: today })).toEqual({ to: today })
    expect((await tiesOf(tie.homeId)).find((t) => t.tieId === tie.tieId)!.to).toBe(today)
    const [line] = await api.owner(
      `select before, after from record where subject_id = $1 and action = 'tie.ended'`,
      [tie.tieId],
    )
    expect(line).toEqual({ before: { to: null }, after: { homeId: tie.homeId, to: today } })
  })

  test('takes the home from its person the day after', async () => {
    const homeId = await homeCalled('9栋1单元201')
    const tieId = (await tiesOf(homeId)).find((t) => t.name === '9栋1单元201租户')!.tieId
    await api.get(token.communityWorker, 'home.endTie', { communityId: yanxi, homeId, tieId, to: today })
    const start = api.now
    expect((await api.get(token.tenant, 'me.get', {})).roles.map((r) => r.role)).toContain('tenant')
    api.now = new Date(start.getTime() + 86_400_000)
    expect((await api.get(token.tenant, 'me.get', {})).roles).toEqual([])
    expect(await api.refusal(token.tenant, 'home.get', { communityId: yanxi, homeId })).toBe('not_found')
    api.now = start
  })

  test('that has ended cannot end again later, nor before it began', async () => {
    const tie = await add('9栋2单元201', { from: addDays(today, -10) })
    expect(await api.refusal(token.communityWorker, 'home.endTie', { ...tie, to: addDays(today, -11) })).toBe(
      'days_reversed',
    )
    await api.get(token.communityWorker, 'home.endTie', { ...tie, to: addDays(today, -2) })
    for (const to of [addDays(today, -2), today])
      expect(await api.refusal(token.communityWorker, 'home.endTie', { ...tie, to })).toBe('tie_ended')
    expect(await recorded(api, tie.tieId)).toEqual(['tie.added', 'tie.ended'])
  })

  test('is ended by nobody who does not work there', async () => {
    const tie = await add('9栋2单元202')
    expect(await api.refusal(token.owner, 'home.endTie', { ...tie, to: today })).toBe('forbidden')
    expect(await api.refusal(token.secondWorker, 'home.endTie', { ...tie, to: today })).toBe('not_found')
    expect(
      await api.refusal(token.communityWorker, 'home.endTie', {
        ...tie,
        homeId: await homeCalled('9栋1单元701'),
        to: today,
      }),
    ).toBe('not_found')
    expect(await recorded(api, tie.tieId)).toEqual(['tie.added'])
  })

  test('ended by two at once has one line', async () => {
    for (let round = 0; round < 20; round++) {
      const tie = await add('8栋2单元601')
      const answers = await Promise.all(
        [token.gridWorker, token.communityWorker].map((by) =>
          api.ask(by, 'home.endTie', { ...tie, to: today }),
        ),
      )
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
      expect(await recorded(api, tie.tieId)).toEqual(['tie.added', 'tie.ended'])
    }
  })
})

describe('the one who speaks for a home', () => {
  test('is one of its owners, chosen by an owner or a worker; the one before no longer is', async () => {
    const homeId = await homeCalled('9栋1单元701')
    const second = await add('9栋1单元701', { name: '共有人' })
    const speaking = async () => (await tiesOf(homeId)).filter((t) => t.representative).map((t) => t.name)
    expect(await speaking()).toEqual(['9栋1单元701业主'])
    await api.get(token.owner, 'home.represent', second)
    expect(await speaking()).toEqual(['共有人'])
    const first = (await tiesOf(homeId)).find((t) => t.personId === demoId('owner'))!.tieId
    await api.get(token.communityWorker, 'home.represent', { ...second, tieId: first })
    expect(await speaking()).toEqual(['9栋1单元701业主'])
    expect(await recorded(api, second.tieId)).toEqual(['tie.added', 'tie.represents'])
  })

  test('is no tenant, and nobody who has left', async () => {
    const tenant = await add('8栋2单元101', { kind: 'tenant' })
    const left = await add('8栋2单元101', { from: addDays(today, -9), to: addDays(today, -1) })
    expect(await api.refusal(token.communityWorker, 'home.represent', tenant)).toBe('owners_represent')
    expect(await api.refusal(token.communityWorker, 'home.represent', left)).toBe('tie_ended')
  })

  test('is not chosen by a neighbour, a tenant, a lead or another community', async () => {
    const tie = await add('8栋2单元102')
    for (const by of [token.owner, token.tenant, token.buildingLead, token.gridWorker])
      expect(await api.refusal(by, 'home.represent', tie)).toBe('forbidden')
    expect(await api.refusal(token.secondWorker, 'home.represent', tie)).toBe('not_found')
    expect(await recorded(api, tie.tieId)).toEqual(['tie.added'])
  })

  test('is always one, however many are chosen at once', async () => {
    const ties = await Promise.all([1, 2, 3, 4].map((n) => add('8栋2单元201', { name: `共有人${n}` })))
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.all(
        ties.map((tie, i) =>
          api.ask(i % 2 ? token.communityWorker : token.subdistrictOfficer, 'home.represent', tie),
        ),
      )
      expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200])
      expect((await tiesOf(ties[0]!.homeId)).filter((t) => t.representative)).toHaveLength(1)
    }
    expect(api.faults).toEqual([])
  })

  test('chosen while their tie ends does not speak for a home that is no longer theirs', async () => {
    for (let round = 0; round < 20; round++) {
      const tie = await add('8栋2单元202', { from: addDays(today, -5) })
      await Promise.all([
        api.ask(token.communityWorker, 'home.represent', tie),
        api.get(token.communityWorker, 'home.endTie', { ...tie, to: addDays(today, -1) }),
      ])
      expect((await tiesOf(tie.homeId)).find((t) => t.tieId === tie.tieId)!.representative).toBe(false)
    }
    expect(api.faults).toEqual([])
  })
})

test('a number of somebody who has bound it already is masked as theirs, and stays so for those who look', async () => {
  const tie = await add('8栋2单元302', { phone: demoPhone('neighbour1') })
  expect((await tiesOf(tie.homeId)).find((t) => t.tieId === tie.tieId)!.phone).toMatch(/^154\*{4}\d{4}$/)
})
