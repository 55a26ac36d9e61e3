import { randomUUID } from 'node:crypto'
import { demoId } from '../../functions/demo/stage'
import { hongyun, hongyunCompound, trustCompound, yanxi, yanxiCompound } from '../../functions/demo/story'
import type { Input, Output } from '../../shared/contract'
import { naturalKey } from '../../shared/kernel/order'
import { openApi, type TestApi } from '../kernel/api'
import { signInAll } from '../kernel/signIn'

let api: TestApi
let token: Record<
  'communityWorker' | 'secondWorker' | 'buildingLead' | 'gridWorker' | 'owner' | 'entranceLead' | 'property',
  string
>
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
  token = await signInAll(
    api,
    'communityWorker',
    'secondWorker',
    'buildingLead',
    'gridWorker',
    'owner',
    'entranceLead',
    'property',
  )
})
afterAll(() => api.close())

type Home = Output<'home.list'>['items'][number]

/** All pages, one after the other. */
async function all(by: string, input: Input<'home.list'>): Promise<Home[]> {
  const homes: Home[] = []
  let after: string | null | undefined
  do {
    const page = await api.get(by, 'home.list', { ...input, ...(after && { after }) })
    expect(page.items.length).toBeLessThanOrEqual(20)
    homes.push(...page.items)
    after = page.next
  } while (after)
  return homes
}
const labels = (homes: Home[]) => homes.map((h) => h.label)
const inOrder = (homes: Home[]) =>
  expect(homes.map((h) => naturalKey(h.label))).toEqual(homes.map((h) => naturalKey(h.label)).sort())

describe('the list of homes', () => {
  test.each([
    ['the community', {}, 126 * 2 + 216],
    ['a compound', { compoundId: yanxiCompound }, 252],
    ['another compound', { compoundId: trustCompound }, 216],
    ['a building', { buildingId: demoId('盐溪 9栋') }, 28],
  ])('of %s has every home once, in the order in which people count', async (_, narrowed, count) => {
    const homes = await all(token.communityWorker, { communityId: yanxi, ...narrowed })
    expect(homes).toHaveLength(count)
    expect(new Set(homes.map((h) => h.homeId)).size).toBe(count)
    inOrder(homes)
    const [row] = await api.owner<{ n: number }>(
      'select count(*)::int as n from home where community_id = $1 and ($2::uuid is null or compound_id = $2) and ($3::uuid is null or building_id = $3)',
      [
        yanxi,
        (narrowed as { compoundId?: string }).compoundId,
        (narrowed as { buildingId?: string }).buildingId,
      ],
    )
    expect(row!.n).toBe(count)
  })

  test('tells of each its place, kind, area and how many belong to it now', async () => {
    const { items } = await api.get(token.communityWorker, 'home.list', {
      communityId: yanxi,
      find: '6栋1单元301',
    })
    expect(items).toHaveLength(1)
    // the former tenant is no longer counted
    expect(items[0]).toMatchObject({
      label: '6栋1单元301',
      compound: '盐溪桥小区',
      kind: 'dwelling',
      ties: 2,
    })
    const owners = await api.get(token.communityWorker, 'home.list', {
      communityId: yanxi,
      find: '9栋1单元701',
    })
    expect(owners.items[0]).toMatchObject({ ties: 1, bound: true })
  })

  test('finds by any piece of the label, and takes signs of searching as letters', async () => {
    const found = async (find: string) =>
      labels(await all(token.communityWorker, { communityId: yanxi, compoundId: yanxiCompound, find }))
    expect(await found('9栋1单元7')).toEqual(['9栋1单元701', '9栋1单元702'])
    expect(await found('2单元101')).toHaveLength(9)
    for (const none of ['%', '_', '9栋%', "'", '\\', '栋九'])
      expect([none, await found(none)]).toEqual([none, []])
    const shops = await all(token.secondWorker, { communityId: hongyun, find: '门市' })
    expect(shops).toHaveLength(37)
    inOrder(shops)
  })

  test('goes on where it stopped, also when homes come in meanwhile', async () => {
    const input = { communityId: yanxi, buildingId: demoId('盐溪 2栋') }
    const first = await api.get(token.communityWorker, 'home.list', input)
    await api.get(token.communityWorker, 'place.addHome', {
      ...input,
      id: randomUUID(),
      entranceId: null,
      number: '0号',
      kind: 'other',
      areaCentiares: 100,
    })
    const second = await api.get(token.communityWorker, 'home.list', { ...input, after: first.next! })
    const seen = [...first.items, ...second.items]
    expect(new Set(seen.map((h) => h.homeId)).size).toBe(28)
    expect(second.next).toBeNull()
  })

  test('goes on also where names are as long as they may be', async () => {
    const id = randomUUID()
    const place = { communityId: yanxi, compoundId: trustCompound }
    await api.get(token.communityWorker, 'place.addBuilding', {
      ...place,
      id,
      name: '江'.repeat(40),
      entrances: [],
    })
    for (let n = 0; n < 22; n++)
      await api.get(token.communityWorker, 'place.addHome', {
        communityId: yanxi,
        buildingId: id,
        id: randomUUID(),
        entranceId: null,
        number: `${'1号'.repeat(9)}${n}`,
        kind: 'other',
        areaCentiares: 100,
      })
    expect(await all(token.communityWorker, { communityId: yanxi, buildingId: id })).toHaveLength(22)
  })

  test('hands out no continuation that leads into another list', async () => {
    const { next } = await api.get(token.communityWorker, 'home.list', { communityId: yanxi })
    expect(
      await api.refusal(token.communityWorker, 'claim.list', {
        communityId: yanxi,
        state: 'submitted',
        after: next!,
      }),
    ).toBe('invalid')
  })

  test('is for leads over their own building, and for nobody over homes of another community', async () => {
    const of = (by: string, input: Partial<Input<'home.list'>>) =>
      api.refusal(by, 'home.list', { communityId: yanxi, ...input })
    expect(
      await all(token.buildingLead, { communityId: yanxi, buildingId: demoId('盐溪 9栋') }),
    ).toHaveLength(28)
    expect(await of(token.buildingLead, { buildingId: demoId('盐溪 8栋') })).toBe('forbidden')
    expect(await of(token.buildingLead, { compoundId: trustCompound })).toBe('forbidden')
    expect(await of(token.owner, {})).toBe('forbidden')
    expect(await of(token.property, {})).toBe('forbidden')
    expect(await of(token.entranceLead, {})).toBe('not_found')
    expect(await of(token.secondWorker, {})).toBe('not_found')
    expect(await all(token.communityWorker, { communityId: yanxi, compoundId: hongyunCompound })).toEqual([])
  })

  test('of a lead has only the homes that they look after, though they know of the compound', async () => {
    const homes = await all(token.buildingLead, { communityId: yanxi })
    expect(new Set(homes.map((h) => h.buildingId))).toEqual(new Set([demoId('盐溪 9栋')]))
    expect(homes.filter((h) => h.bound).map((h) => h.label)).toContain('9栋1单元701')
  })
})
