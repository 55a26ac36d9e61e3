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
import type { EndpointName, Input } from '../../shared/contract'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { dayOf } from '../../shared/kernel/time'
import { openApi, type TestApi } from '../kernel/api'
import { recorded, signInAll } from '../kernel/signIn'

let api: TestApi
let token: Record<
  'communityWorker' | 'secondWorker' | 'gridWorker' | 'owner' | 'subdistrictOfficer' | 'districtOfficer',
  string
>
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
  token = await signInAll(
    api,
    'communityWorker',
    'secondWorker',
    'gridWorker',
    'owner',
    'subdistrictOfficer',
    'districtOfficer',
  )
})
afterAll(() => api.close())

const nine = demoId('盐溪 9栋')
let made = 0
/** A new thing of each kind, with a name of its own. */
const news = {
  'place.addCommunity': () => ({
    subdistrictId: demoSubdistrict.id,
    id: randomUUID(),
    name: `新社区${++made}`,
  }),
  'place.addCompound': () => ({
    communityId: yanxi,
    id: randomUUID(),
    name: `新小区${++made}`,
    management: 'none' as const,
    from: dayOf(api.now),
  }),
  'place.addBuilding': () => ({
    communityId: yanxi,
    compoundId: trustCompound,
    id: randomUUID(),
    name: `新楼${++made}`,
    entrances: ['2单元', '1单元', '10单元'],
  }),
  'place.addHome': () => ({
    communityId: yanxi,
    buildingId: nine,
    id: randomUUID(),
    entranceId: null,
    number: `门市${++made}`,
    kind: 'shop' as const,
    areaCentiares: 3050,
  }),
  'place.addGrid': () => ({
    communityId: yanxi,
    id: randomUUID(),
    name: `新网格${++made}`,
    buildingIds: [demoId(`空楼${made}`)],
  }),
}
type Adding = keyof typeof news
const actions: Record<Adding, string> = {
  'place.addCommunity': 'community.added',
  'place.addCompound': 'compound.added',
  'place.addBuilding': 'building.added',
  'place.addHome': 'home.added',
  'place.addGrid': 'grid.added',
}
const adding = Object.keys(news) as Adding[]

/** What is to be added, and what it needs already there. */
async function prepare<N extends Adding>(name: N): Promise<Input<N>> {
  const input = news[name]()
  if (name === 'place.addGrid') {
    const building = { ...news['place.addBuilding'](), id: (input as Input<'place.addGrid'>).buildingIds[0]! }
    await api.get(token.communityWorker, 'place.addBuilding', building)
  }
  return input as unknown as Input<N>
}
const ask = (by: string, name: Adding, input: object) => api.ask(by, name as EndpointName, input as never)
const code = async (by: string, name: Adding, input: object) =>
  ((await ask(by, name, input)).body as ErrorBody).code
const byOf = (name: Adding) =>
  name === 'place.addCommunity' ? token.subdistrictOfficer : token.communityWorker

describe.each(adding)('%s', (name) => {
  test('adds it, and its line to the record', async () => {
    const input = await prepare(name)
    expect((await ask(byOf(name), name, input)).body).toEqual({ id: input.id })
    expect(await recorded(api, input.id)).toEqual([actions[name]])
  })

  test('sent again and again at once adds one, with one line', async () => {
    for (let round = 0; round < 20; round++) {
      const input = await prepare(name)
      const answers = await Promise.all([1, 2, 3, 4].map(() => ask(byOf(name), name, input)))
      expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200])
      expect(await recorded(api, input.id)).toEqual([actions[name]])
    }
    expect(api.faults).toEqual([])
  })

  test('with other content under a used id is refused, and changes nothing', async () => {
    const input = await prepare(name)
    await ask(byOf(name), name, input)
    const key = 'number' in input ? 'number' : 'name'
    expect(await code(byOf(name), name, { ...input, [key]: '别的' })).toBe('id_taken')
    expect(await recorded(api, input.id)).toEqual([actions[name]])
  })

  test('under a name that is taken is refused, and the refusal names it', async () => {
    const input = await prepare(name)
    await ask(byOf(name), name, input)
    const other = await prepare(name)
    const key = 'number' in input ? 'number' : 'name'
    const { status, body } = await ask(byOf(name), name, {
      ...other,
      [key]: (input as unknown as Record<string, string>)[key]!,
    })
    expect([status, (body as ErrorBody).code]).toEqual([409, 'name_taken'])
    expect((body as ErrorBody).message).toContain((input as unknown as Record<string, string>)[key])
    expect(await recorded(api, other.id)).toEqual([])
  })

  test('under one name by two at once adds one of them', async () => {
    for (let round = 0; round < 20; round++) {
      const [one, two] = [await prepare(name), await prepare(name)]
      const key = 'number' in one ? 'number' : 'name'
      Object.assign(two, { [key]: (one as unknown as Record<string, string>)[key] })
      const answers = await Promise.all([one, two].map((i) => ask(byOf(name), name, i)))
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
    }
    expect(api.faults).toEqual([])
  })

  test('is not for a resident, a field worker or those of another community', async () => {
    const input = await prepare(name)
    for (const by of [token.owner, token.gridWorker]) expect(await code(by, name, input)).toBe('forbidden')
    expect(await code(token.secondWorker, name, input)).toBe(
      name === 'place.addCommunity' ? 'forbidden' : 'not_found',
    )
    expect(await recorded(api, input.id)).toEqual([])
    expect((await ask(token.districtOfficer, name, input)).status).toBe(200)
  })
})

describe('a building', () => {
  test('has its entrances once each, in the order in which people count, every one with a code', async () => {
    const input = { ...news['place.addBuilding'](), entrances: ['2单元', '10单元', '1单元', '2单元'] }
    await api.get(token.communityWorker, 'place.addBuilding', input)
    const { compounds } = await api.get(token.communityWorker, 'place.tree', { communityId: yanxi })
    const there = compounds.flatMap((c) => c.buildings).find((b) => b.buildingId === input.id)!
    expect(there.entrances.map((e) => e.name)).toEqual(['1单元', '2单元', '10单元'])
    const codes = await api.owner<{ code: string }>(
      'select code from entrance where building_id = $1 union all select code from building where id = $1',
      [input.id],
    )
    expect(new Set(codes.map((c) => c.code)).size).toBe(4)
  })

  test('sent again with other entrances is refused: nothing is added without a line on the record', async () => {
    const input = news['place.addBuilding']()
    await api.get(token.communityWorker, 'place.addBuilding', input)
    expect(await code(token.communityWorker, 'place.addBuilding', { ...input, entrances: ['3单元'] })).toBe(
      'id_taken',
    )
    expect(await api.owner('select 1 from entrance where building_id = $1', [input.id])).toHaveLength(3)
  })

  test('is not added to a compound that has ended, or that lies elsewhere', async () => {
    const input = news['place.addBuilding']()
    expect(
      await code(token.communityWorker, 'place.addBuilding', { ...input, compoundId: demoId('盐溪桥3栋') }),
    ).toBe('compound_ended')
    expect(
      await code(token.communityWorker, 'place.addBuilding', { ...input, compoundId: hongyunCompound }),
    ).toBe('not_found')
    expect(await recorded(api, input.id)).toEqual([])
  })
})

describe('a home', () => {
  test('is called by building, entrance and number, and lies where they lie', async () => {
    const { compounds } = await api.get(token.communityWorker, 'place.tree', { communityId: yanxi })
    const building = compounds.flatMap((c) => c.buildings).find((b) => b.buildingId === nine)!
    const input = {
      ...news['place.addHome'](),
      entranceId: building.entrances[1]!.entranceId,
      number: '801',
      kind: 'dwelling' as const,
    }
    await api.get(token.communityWorker, 'place.addHome', input)
    const home = await api.get(token.communityWorker, 'home.get', { communityId: yanxi, homeId: input.id })
    expect(home).toMatchObject({
      label: '9栋2单元801',
      compoundId: yanxiCompound,
      kind: 'dwelling',
      areaCentiares: 3050,
      ties: [],
    })
  })

  test('of an entrance of another building is refused', async () => {
    const { compounds } = await api.get(token.communityWorker, 'place.tree', { communityId: yanxi })
    const other = compounds.flatMap((c) => c.buildings).find((b) => b.buildingId === demoId('盐溪 8栋'))!
    const input = { ...news['place.addHome'](), entranceId: other.entrances[0]!.entranceId }
    expect(await code(token.communityWorker, 'place.addHome', input)).toBe('entrance_elsewhere')
    expect(await code(token.communityWorker, 'place.addHome', { ...input, entranceId: randomUUID() })).toBe(
      'entrance_elsewhere',
    )
  })

  test('of a building of another community finds nothing', async () => {
    const [building] = await api.owner<{ id: string }>('select id from building where community_id = $1', [
      hongyun,
    ])
    expect(
      await code(token.communityWorker, 'place.addHome', {
        ...news['place.addHome'](),
        buildingId: building!.id,
      }),
    ).toBe('not_found')
  })
})

describe('a grid', () => {
  test('takes buildings that are in none, and refuses one that is in another or elsewhere', async () => {
    const input = await prepare('place.addGrid')
    const [far] = await api.owner<{ id: string }>('select id from building where community_id = $1', [
      hongyun,
    ])
    for (const wrong of [nine, far!.id, randomUUID()])
      expect(
        await code(token.communityWorker, 'place.addGrid', {
          ...input,
          buildingIds: [...input.buildingIds, wrong],
        }),
      ).toBe('building_elsewhere')
    expect(await recorded(api, input.id)).toEqual([])
    await api.get(token.communityWorker, 'place.addGrid', {
      ...input,
      buildingIds: [...input.buildingIds, ...input.buildingIds],
    })
    const { compounds } = await api.get(token.communityWorker, 'place.tree', { communityId: yanxi })
    expect(compounds.flatMap((c) => c.buildings).filter((b) => b.gridId === input.id)).toHaveLength(1)
  })

  test('sent again with more buildings is refused: none changes grids without a line on the record', async () => {
    const [one, two] = [await prepare('place.addGrid'), await prepare('place.addGrid')]
    await api.get(token.communityWorker, 'place.addGrid', one)
    expect(await code(token.communityWorker, 'place.addGrid', { ...one, buildingIds: two.buildingIds })).toBe(
      'id_taken',
    )
    await api.get(token.communityWorker, 'place.addGrid', two)
  })

  test('wanted for one building by two at once gets it once', async () => {
    for (let round = 0; round < 20; round++) {
      const one = await prepare('place.addGrid')
      const two = { ...one, id: randomUUID(), name: `${one.name}二` }
      const answers = await Promise.all([one, two].map((i) => ask(token.communityWorker, 'place.addGrid', i)))
      expect(answers.map((a) => a.status).sort()).toEqual([200, 422])
    }
  })
})
