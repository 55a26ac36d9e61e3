import { demoId } from '../../functions/demo/stage'
import { hongyun, hongyunCompound, trustCompound, yanxi, yanxiCompound } from '../../functions/demo/story'
import type { Input } from '../../shared/contract'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { openApi, type TestApi } from '../kernel/api'
import { signInAll } from '../kernel/signIn'

type Who =
  | 'communityWorker'
  | 'secondWorker'
  | 'owner'
  | 'newcomer'
  | 'property'
  | 'department'
  | 'committeeMember'
  | 'gridWorker'
  | 'subdistrictOfficer'
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
    'property',
    'department',
    'committeeMember',
    'gridWorker',
    'subdistrictOfficer',
  )
})
afterAll(() => api.close())

const names = (of: { name: string }[]) => of.map((x) => x.name)

describe('the tree of places', () => {
  const tree = (by: string, communityId: string) => api.get(by, 'place.tree', { communityId })
  test('has grids, compounds, buildings and entrances in the order in which people count', async () => {
    const all = await tree(token.communityWorker, yanxi)
    expect(all).toMatchObject({ name: '盐溪社区', subdistrict: '江畔街道' })
    expect(names(all.grids)).toEqual(['第一网格', '第二网格'])
    expect(names(all.compounds)).toEqual(['盐溪桥小区', '花溪苑'])
    const [bridge, trust] = all.compounds
    expect(names(bridge!.buildings)).toEqual(['1栋', '2栋', '3栋', '4栋', '5栋', '6栋', '7栋', '8栋', '9栋'])
    expect(names(trust!.buildings[0]!.entrances)).toEqual(['1单元', '2单元'])
    expect(bridge!.buildings.map((b) => b.homes)).toEqual(Array(9).fill(28))
  })

  test('has for each only what they may see of it', async () => {
    const compounds = async (by: string, communityId = yanxi) =>
      names((await tree(by, communityId)).compounds)
    expect(await compounds(token.owner)).toEqual(['盐溪桥小区'])
    expect(await compounds(token.property)).toEqual(['花溪苑'])
    expect(await compounds(token.property, hongyun)).toEqual(['弘运小区'])
    expect(await compounds(token.department)).toEqual([])
    expect(await compounds(token.gridWorker)).toEqual(['盐溪桥小区', '花溪苑'])
    expect(await api.refusal(token.owner, 'place.tree', { communityId: hongyun })).toBe('not_found')
    expect(await api.refusal(token.newcomer, 'place.tree', { communityId: yanxi })).toBe('not_found')
  })
})

describe('a compound', () => {
  const get = (by: string, communityId: string, compoundId: string) =>
    api.get(by, 'place.get', { communityId, compoundId })
  test('tells its figures as counted on the ground', async () => {
    const old = await get(token.secondWorker, hongyun, hongyunCompound)
    const [counted] = await api.owner<{ area: number }>(
      'select sum(area_centiares)::int as area from home where compound_id = $1',
      [hongyunCompound],
    )
    expect(old).toMatchObject({
      dwellings: 338,
      shops: 37,
      others: 0,
      management: 'lumpSum',
      areaCentiares: counted!.area,
      to: null,
    })
    expect((await get(token.communityWorker, yanxi, yanxiCompound)).before).toHaveLength(9)
  })

  test('tells a member of its committee what it tells the worker, with its keepers by role and name', async () => {
    const [mine, theirs] = [
      await get(token.committeeMember, hongyun, hongyunCompound),
      await get(token.secondWorker, hongyun, hongyunCompound),
    ]
    expect(mine.keepers).toEqual(theirs.keepers)
    expect(mine.keepers.map((k) => `${k.role} ${k.name} ${k.scopeName}`)).toEqual(
      expect.arrayContaining([
        '业委会主任 弘运业委会主任 弘运小区',
        '社区工作者 弘运社区干部 弘运社区',
        '单元长 1栋1单元单元长 1栋1单元',
      ]),
    )
    expect([mine.dwellings, mine.shops]).toEqual([theirs.dwellings, theirs.shops])
  })

  test('of another community, or not one’s own, is not told', async () => {
    const refusal = (by: string, communityId: string, compoundId: string) =>
      api.refusal(by, 'place.get', { communityId, compoundId })
    expect(await refusal(token.communityWorker, hongyun, hongyunCompound)).toBe('not_found')
    expect(await refusal(token.communityWorker, yanxi, hongyunCompound)).toBe('not_found')
    expect(await refusal(token.owner, yanxi, trustCompound)).toBe('forbidden')
  })
})

describe('the directory', () => {
  const items = async (input: Input<'place.directory'>) =>
    (await api.get(token.newcomer, 'place.directory', input)).items
  test('leads somebody who holds nothing step by step to a home, and tells nobody who lives there', async () => {
    const community = (await items({ level: 'community' })).find((c) => c.name === '盐溪社区')!
    expect(community.under).toBe('江畔街道')
    const compound = (await items({ level: 'compound', communityId: community.id })).find(
      (c) => c.name === '盐溪桥小区',
    )!
    const building = (
      await items({ level: 'building', communityId: community.id, parentId: compound.id })
    )[8]!
    expect(building.name).toBe('9栋')
    const entrances = await items({ level: 'entrance', communityId: community.id, parentId: building.id })
    expect(names(entrances)).toEqual(['1单元', '2单元'])
    const homes = await items({ level: 'home', communityId: community.id, parentId: entrances[0]!.id })
    expect(names(homes).slice(-3)).toEqual(['602', '701', '702'])
    expect(homes[12]).toEqual({ id: homes[12]!.id, communityId: yanxi, name: '701', under: '9栋1单元701' })
    expect(JSON.stringify(homes)).not.toContain('业主')
  })
  test('lists no compound that has ended, and nothing of one place under another', async () => {
    expect(names(await items({ level: 'compound', communityId: yanxi })).sort()).toEqual([
      '盐溪桥小区',
      '花溪苑',
    ])
    expect(await items({ level: 'building', communityId: hongyun, parentId: yanxiCompound })).toEqual([])
    for (const level of ['compound', 'building', 'entrance', 'home'] as const)
      expect(await items({ level })).toEqual([])
  })
})

describe('a printed code', () => {
  test('leads to its building or entrance, for whoever has a session', async () => {
    const { compound, items } = await api.get(token.communityWorker, 'place.codes', {
      communityId: yanxi,
      compoundId: yanxiCompound,
    })
    expect(compound).toBe('盐溪桥小区')
    expect(items).toHaveLength(9 + 18)
    expect(names(items).slice(0, 4)).toEqual(['1栋', '1栋1单元', '1栋2单元', '2栋'])
    for (const { name, link, svg } of items.slice(-3)) {
      expect(link).toMatch(/^https:\/\/shaodao\.example\/q\/[0-9A-Za-z]{16}$/)
      expect(svg).toMatch(/^<svg[\s\S]*<\/svg>\s*$/)
      const spot = await api.get(token.newcomer, 'place.scan', { code: link.slice(-16) })
      expect(`${spot.building}${spot.entrance ?? ''}`).toBe(name)
      expect(spot).toMatchObject({
        communityId: yanxi,
        community: '盐溪社区',
        compoundId: yanxiCompound,
        buildingId: demoId('盐溪 9栋'),
      })
    }
  })
  test('that is not ours says so, and needs a session all the same', async () => {
    expect(await api.refusal(token.newcomer, 'place.scan', { code: 'x'.repeat(16) })).toBe('code_unknown')
    expect(await api.refusal(undefined, 'place.scan', { code: 'x'.repeat(16) })).toBe('signed_out')
  })
  test('is the same however often it is printed', async () => {
    const print = async () =>
      (
        await api.get(token.communityWorker, 'place.codes', { communityId: yanxi, compoundId: trustCompound })
      ).items.map((i) => i.link)
    expect(await print()).toEqual(await print())
  })
  test('is printed by those who work there alone', async () => {
    const of = (by: string) =>
      api.refusal(by, 'place.codes', { communityId: yanxi, compoundId: yanxiCompound })
    expect(await of(token.owner)).toBe('forbidden')
    expect(await of(token.secondWorker)).toBe('not_found')
  })
})

describe('how a compound is managed', () => {
  const set = (by: string, compoundId: string, communityId = yanxi) =>
    api.ask(by, 'place.setManagement', { communityId, compoundId, management: 'feeBased' })
  test('is set with before and after on the record', async () => {
    expect((await set(token.communityWorker, trustCompound)).body).toEqual({ management: 'feeBased' })
    const [line] = await api.owner(
      `select before, after from record where subject_id = $1 and action = 'compound.managementSet'`,
      [trustCompound],
    )
    expect(line).toEqual({ before: { management: 'trust' }, after: { management: 'feeBased' } })
    expect(
      (await api.get(token.communityWorker, 'place.get', { communityId: yanxi, compoundId: trustCompound }))
        .management,
    ).toBe('feeBased')
  })
  test('is not set for one that has ended, by a resident, or for another community', async () => {
    const codes = async (...answers: ReturnType<typeof set>[]) =>
      (await Promise.all(answers)).map((a) => (a.body as ErrorBody).code)
    expect(
      await codes(
        set(token.communityWorker, demoId('盐溪桥3栋')),
        set(token.owner, yanxiCompound),
        set(token.secondWorker, yanxiCompound),
        set(token.secondWorker, yanxiCompound, hongyun),
      ),
    ).toEqual(['compound_ended', 'forbidden', 'not_found', 'not_found'])
  })
})
