import { randomUUID } from 'node:crypto'
import { demoId } from '../../functions/demo/stage'
import {
  demoSubdistrict,
  hongyun,
  hongyunCompound,
  trustCompound,
  yanxi,
  yanxiCompound,
} from '../../functions/demo/story'
import type { Input } from '../../shared/contract'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { addDays, dayOf } from '../../shared/kernel/time'
import { openApi, type TestApi } from '../kernel/api'
import { recorded, signInAll } from '../kernel/signIn'

type Who =
  | 'communityWorker'
  | 'secondWorker'
  | 'gridWorker'
  | 'owner'
  | 'property'
  | 'department'
  | 'liaison'
  | 'subdistrictOfficer'
  | 'districtOfficer'
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
    'gridWorker',
    'owner',
    'property',
    'department',
    'liaison',
    'subdistrictOfficer',
    'districtOfficer',
  )
})
afterAll(() => api.close())

let made = 0
const adding = (more: Partial<Input<'organisation.add'>> = {}): Input<'organisation.add'> => ({
  subdistrictId: demoSubdistrict.id,
  id: randomUUID(),
  name: `单位${++made}`,
  kind: 'property',
  ...more,
})
const add = async () => (await api.get(token.subdistrictOfficer, 'organisation.add', adding())).id
const engaging = (
  organisationId: string,
  more: Partial<Input<'organisation.engage'>> = {},
): Input<'organisation.engage'> => ({
  communityId: yanxi,
  id: randomUUID(),
  organisationId,
  compoundId: yanxiCompound,
  from: today,
  to: null,
  ...more,
})
const codeOf = async (answer: ReturnType<TestApi['ask']>) => ((await answer).body as ErrorBody).code

describe('an organisation', () => {
  test('is added by the subdistrict, once, with its line on the record', async () => {
    const input = adding()
    const answers = await Promise.all(
      [1, 2, 3].map(() => api.ask(token.subdistrictOfficer, 'organisation.add', input)),
    )
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200])
    expect(await recorded(api, input.id)).toEqual(['organisation.added'])
    const { items } = await api.get(token.subdistrictOfficer, 'organisation.list', {
      subdistrictId: demoSubdistrict.id,
    })
    expect(items.find((o) => o.organisationId === input.id)).toEqual({
      organisationId: input.id,
      name: input.name,
      kind: 'property',
      engagements: [],
    })
  })

  test('of a name that is taken, or with other content under a used id, is refused', async () => {
    const input = adding()
    await api.get(token.subdistrictOfficer, 'organisation.add', input)
    expect(
      await codeOf(api.ask(token.subdistrictOfficer, 'organisation.add', adding({ name: input.name }))),
    ).toBe('name_taken')
    expect(
      await codeOf(api.ask(token.subdistrictOfficer, 'organisation.add', { ...input, kind: 'unit' })),
    ).toBe('id_taken')
  })

  test('is not for communities or residents to add or list, nor for officers of elsewhere', async () => {
    for (const by of [token.communityWorker, token.owner, token.property]) {
      expect(await codeOf(api.ask(by, 'organisation.add', adding()))).toBe('forbidden')
      expect(await codeOf(api.ask(by, 'organisation.list', { subdistrictId: demoSubdistrict.id }))).toBe(
        'forbidden',
      )
    }
    expect(
      await codeOf(
        api.ask(token.subdistrictOfficer, 'organisation.add', adding({ subdistrictId: randomUUID() })),
      ),
    ).toMatch(/not_found|forbidden/)
    await api.get(token.districtOfficer, 'organisation.add', adding())
  })
})

describe('an engagement', () => {
  test('gives a compound to an organisation, whose people see it at their next request', async () => {
    const trees = async () =>
      (await api.get(token.property, 'place.tree', { communityId: yanxi })).compounds.map((c) => c.name)
    expect(await trees()).toEqual(['花溪苑'])
    const engage = engaging(demoId('弘运物业公司'))
    await api.get(token.communityWorker, 'organisation.engage', engage)
    expect((await trees()).sort()).toEqual(['盐溪桥小区', '花溪苑'])
    expect(await recorded(api, engage.id)).toEqual(['engagement.added'])
    const mine = await api.get(token.property, 'organisation.mine', {})
    expect(mine.items[0]!.engagements.map((e) => `${e.community} ${e.compound}`)).toContain(
      '盐溪社区 盐溪桥小区',
    )
  })

  test('sent twice is one; the same again under another id is refused', async () => {
    const organisationId = await add()
    const engage = engaging(organisationId)
    const answers = await Promise.all(
      [1, 2, 3].map(() => api.ask(token.communityWorker, 'organisation.engage', engage)),
    )
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200])
    expect(await recorded(api, engage.id)).toEqual(['engagement.added'])
    expect(
      await codeOf(api.ask(token.communityWorker, 'organisation.engage', engaging(organisationId))),
    ).toBe('engaged_already')
    expect(
      await codeOf(api.ask(token.communityWorker, 'organisation.engage', { ...engage, to: today })),
    ).toBe('id_taken')
    await api.get(
      token.communityWorker,
      'organisation.engage',
      engaging(organisationId, { compoundId: trustCompound }),
    )
  })

  test('of one place wanted by two at once is given once', async () => {
    for (let round = 0; round < 20; round++) {
      const organisationId = await add()
      const answers = await Promise.all(
        [token.communityWorker, token.subdistrictOfficer].map((by) =>
          api.ask(by, 'organisation.engage', engaging(organisationId, { compoundId: null })),
        ),
      )
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
    }
    expect(api.faults).toEqual([])
  })

  test('with an organisation that is unknown, a foreign compound or reversed days is refused', async () => {
    const said = (more: Partial<Input<'organisation.engage'>>, by = token.communityWorker) =>
      codeOf(api.ask(by, 'organisation.engage', engaging(demoId('城管中队'), more)))
    expect(await said({ organisationId: randomUUID() })).toBe('organisation_unknown')
    expect(await said({ compoundId: hongyunCompound })).toBe('not_found')
    expect(await said({ to: addDays(today, -1) })).toBe('days_reversed')
  })

  test('is given by those who work in the community alone', async () => {
    const said = (by: string, more: Partial<Input<'organisation.engage'>> = {}) =>
      codeOf(api.ask(by, 'organisation.engage', engaging(demoId('城管中队'), more)))
    for (const by of [token.owner, token.gridWorker, token.property, token.department])
      expect(await said(by)).toBe('forbidden')
    expect(await said(token.secondWorker)).toBe('not_found')
    expect(await said(token.secondWorker, { communityId: hongyun })).toBe('not_found')
  })

  test('that begins later or is over shows nothing', async () => {
    const seen = async () =>
      (await api.get(token.liaison, 'place.tree', { communityId: yanxi })).compounds.map((c) => c.name)
    const unit = demoId('江畔水务公司')
    await api.get(
      token.communityWorker,
      'organisation.engage',
      engaging(unit, { from: addDays(today, 1), to: addDays(today, 2) }),
    )
    await api.get(
      token.communityWorker,
      'organisation.engage',
      engaging(unit, { compoundId: trustCompound, from: addDays(today, -9), to: addDays(today, -1) }),
    )
    expect(await seen()).toEqual([])
    const start = api.now
    api.now = new Date(start.getTime() + 86_400_000)
    expect(await seen()).toEqual(['盐溪桥小区'])
    api.now = new Date(start.getTime() + 3 * 86_400_000)
    expect(await seen()).toEqual([])
    api.now = start
  })
})

describe('an engagement that ends', () => {
  test('is told with before and after, and its people see nothing of it from the next day', async () => {
    const organisationId = demoId('弘运物业公司')
    const { items } = await api.get(token.property, 'organisation.mine', {})
    const bridge = items[0]!.engagements.find((e) => e.compoundId === yanxiCompound)!
    const end = { communityId: yanxi, engagementId: bridge.engagementId }
    expect(await api.get(token.communityWorker, 'organisation.disengage', end)).toEqual({ to: today })
    const [line] = await api.owner(
      `select before, after from record where subject_id = $1 and action = 'engagement.ended'`,
      [bridge.engagementId],
    )
    expect(line).toEqual({ before: { to: null }, after: { to: today } })
    const start = api.now
    api.now = new Date(start.getTime() + 86_400_000)
    const compounds = (await api.get(token.property, 'place.tree', { communityId: yanxi })).compounds.map(
      (c) => c.name,
    )
    expect(compounds).toEqual(['花溪苑'])
    expect(
      await api.refusal(token.property, 'place.get', { communityId: yanxi, compoundId: yanxiCompound }),
    ).toBe('not_found')
    api.now = start
    expect(organisationId).toBe(items[0]!.organisationId)
  })

  test('ends once, also when two end it at once', async () => {
    for (let round = 0; round < 20; round++) {
      const engage = engaging(await add())
      await api.get(token.communityWorker, 'organisation.engage', engage)
      const end = { communityId: yanxi, engagementId: engage.id }
      const answers = await Promise.all(
        [token.communityWorker, token.subdistrictOfficer].map((by) =>
          api.ask(by, 'organisation.disengage', end),
        ),
      )
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
      expect(await recorded(api, engage.id)).toEqual(['engagement.added', 'engagement.ended'])
    }
  })

  test('can be given anew, and is ended by nobody from elsewhere or below', async () => {
    const organisationId = await add()
    const engage = engaging(organisationId)
    await api.get(token.communityWorker, 'organisation.engage', engage)
    const end = { communityId: yanxi, engagementId: engage.id }
    for (const by of [token.owner, token.property, token.gridWorker])
      expect(await codeOf(api.ask(by, 'organisation.disengage', end))).toBe('forbidden')
    expect(await codeOf(api.ask(token.secondWorker, 'organisation.disengage', end))).toBe('not_found')
    expect(
      await codeOf(api.ask(token.secondWorker, 'organisation.disengage', { ...end, communityId: hongyun })),
    ).toBe('not_found')
    await api.get(token.communityWorker, 'organisation.disengage', end)
    await api.get(token.communityWorker, 'organisation.engage', engaging(organisationId))
  })
})

test('what others were given is not told: each organisation lists its own work alone', async () => {
  for (const [key, name] of [
    ['property', '弘运物业公司'],
    ['department', '江畔街道城管中队'],
    ['liaison', '江畔水务公司'],
  ] as const) {
    const { items } = await api.get(token[key], 'organisation.mine', {})
    expect(items.map((o) => o.organisation)).toEqual([name])
  }
  expect(await api.refusal(token.owner, 'organisation.mine', {})).toBe('forbidden')
})
