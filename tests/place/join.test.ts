import { randomUUID } from 'node:crypto'
import { demoId } from '../../functions/demo/stage'
import { hongyun, hongyunCompound, trustCompound, yanxi, yanxiCompound } from '../../functions/demo/story'
import type { Input } from '../../shared/contract'
import { addDays } from '../../shared/kernel/time'
import { openApi, type TestApi } from '../kernel/api'
import { recorded, signInAll } from '../kernel/signIn'
import { codeOf, compoundsOf } from './compounds'

type Who = 'communityWorker' | 'secondWorker' | 'gridWorker' | 'owner' | 'buildingLead' | 'subdistrictOfficer'
let api: TestApi
let token: Record<Who, string>
let compounds: ReturnType<typeof compoundsOf>
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
  token = await signInAll(
    api,
    'communityWorker',
    'secondWorker',
    'gridWorker',
    'owner',
    'buildingLead',
    'subdistrictOfficer',
  )
  compounds = compoundsOf(api, token.communityWorker)
})
afterAll(() => api.close())

const standAlone: typeof compounds.standAlone = (...a) => compounds.standAlone(...a)
const joining: typeof compounds.joining = (...a) => compounds.joining(...a)
const look: typeof compounds.look = (...a) => compounds.look(...a)
const pastOf: typeof compounds.pastOf = (...a) => compounds.pastOf(...a)
const ahead = (days: number) => addDays(compounds.today, days)

describe('compounds that join', () => {
  test('become one with all their buildings and homes; what they were stays told', async () => {
    const two = [await standAlone(2), await standAlone(3)]
    const join = joining(two)
    const codes = () =>
      api.owner(
        'select id, code from building where id = any ($1) union all select id, code from entrance where building_id = any ($1) order by 1',
        [two.map((c) => c.buildingId)],
      )
    const printed = await codes()
    expect(await api.get(token.communityWorker, 'place.join', join)).toEqual({ id: join.id })
    expect([printed.length, await codes()]).toEqual([4, printed])
    const whole = await look(join.id)
    expect(whole).toMatchObject({
      name: join.name,
      from: compounds.today,
      to: null,
      dwellings: 3,
      shops: 2,
      areaCentiares: 25_000,
    })
    expect(whole.before.map((b) => b.compoundId).sort()).toEqual(two.map((c) => c.compoundId).sort())
    expect(whole.buildings.map((b) => b.buildingId).sort()).toEqual(two.map((c) => c.buildingId).sort())
    for (const { compoundId, buildingId } of two) {
      expect(await look(compoundId)).toMatchObject({
        to: ahead(-1),
        buildings: [],
        after: [{ compoundId: join.id, from: compounds.today }],
      })
      expect(await pastOf(buildingId)).toEqual([
        { compound_id: compoundId, from_day: ahead(-30), to_day: ahead(-1) },
      ])
      const stray = await api.owner(
        'select 1 from home where building_id = $1 and compound_id <> $2 union all select 1 from entrance where building_id = $1 and compound_id <> $2',
        [buildingId, join.id],
      )
      expect(stray).toEqual([])
    }
    expect(await recorded(api, join.id)).toEqual(['compound.joined'])
  })

  test('sent twice join once; the same id for others is refused', async () => {
    const two = [await standAlone(), await standAlone()]
    const join = joining(two)
    const answers = await Promise.all([1, 2, 3].map(() => api.ask(token.communityWorker, 'place.join', join)))
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200])
    expect(await recorded(api, join.id)).toEqual(['compound.joined'])
    const others = [await standAlone(), await standAlone()]
    expect(
      await codeOf(
        api.ask(token.communityWorker, 'place.join', {
          ...join,
          compoundIds: others.map((c) => c.compoundId),
        }),
      ),
    ).toBe('id_taken')
    expect(await codeOf(api.ask(token.communityWorker, 'place.join', { ...join, name: '别的' }))).toBe(
      'id_taken',
    )
  })

  test('that have ended, begin later, lie ahead or are named twice are refused, and nothing changes', async () => {
    const [one, two] = [await standAlone(), await standAlone(1, compounds.today)]
    const ended = { compoundId: demoId('盐溪桥3栋') }
    const refused = async (input: Input<'place.join'>) => {
      const said = await codeOf(api.ask(token.communityWorker, 'place.join', input))
      expect(await recorded(api, input.id)).toEqual([])
      return said
    }
    expect(await refused(joining([one, ended]))).toBe('compound_ended')
    expect(await refused(joining([one, two], { from: ahead(1) }))).toBe('day_ahead')
    expect(await refused(joining([one, two], { from: ahead(-1) }))).toBe('day_before_start')
    expect(await refused(joining([one, two, one]))).toBe('named_twice')
    expect(await refused(joining([one, { compoundId: hongyunCompound }]))).toBe('not_found')
    expect(await refused(joining([one, { compoundId: randomUUID() }]))).toBe('not_found')
    expect(await refused(joining([one, two], { name: '花溪苑' }))).toBe('name_taken')
    const taken = joining([one, two], { id: trustCompound })
    expect(await codeOf(api.ask(token.communityWorker, 'place.join', taken))).toBe('id_taken')
    expect((await look(one.compoundId)).to).toBeNull()
  })

  test('with two buildings of one name are refused, and the refusal names the building', async () => {
    const { body } = await api.ask(
      token.communityWorker,
      'place.join',
      joining([{ compoundId: yanxiCompound }, { compoundId: trustCompound }]),
    )
    expect(body).toMatchObject({ code: 'name_taken', message: '“1栋”已经有了，请换一个名字' })
  })

  test('on the day on which they began leave no day uncounted', async () => {
    const two = [await standAlone(1, compounds.today), await standAlone(1, compounds.today)]
    const join = joining(two)
    await api.get(token.communityWorker, 'place.join', join)
    expect(await look(two[0]!.compoundId)).toMatchObject({ from: compounds.today, to: compounds.today })
    expect(await pastOf(two[0]!.buildingId)).toHaveLength(1)
  })

  test('are joined by nobody from elsewhere or below', async () => {
    const two = [await standAlone(), await standAlone()]
    for (const by of [token.owner, token.gridWorker, token.buildingLead])
      expect(await codeOf(api.ask(by, 'place.join', joining(two)))).toBe('forbidden')
    expect(await codeOf(api.ask(token.secondWorker, 'place.join', joining(two)))).toBe('not_found')
    expect(
      await codeOf(api.ask(token.secondWorker, 'place.join', joining(two, { communityId: hongyun }))),
    ).toBe('not_found')
  })

  test('by two at once into two different ones are joined into one of them', async () => {
    for (let round = 0; round < 20; round++) {
      const [one, two, three] = [await standAlone(1), await standAlone(1), await standAlone(1)]
      const joins = [joining([one, two]), joining([three, two])]
      const answers = await Promise.all(
        joins.map((j, i) => api.ask(i ? token.subdistrictOfficer : token.communityWorker, 'place.join', j)),
      )
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
      expect(await pastOf(two.buildingId)).toHaveLength(1)
    }
    expect(api.faults).toEqual([])
  })

  test('beside one another at once all join', async () => {
    for (let round = 0; round < 20; round++) {
      const four = [await standAlone(1), await standAlone(1), await standAlone(1), await standAlone(1)]
      const joins = [joining(four.slice(0, 2)), joining(four.slice(2))]
      const answers = await Promise.all(joins.map((j) => api.ask(token.communityWorker, 'place.join', j)))
      expect(answers.map((a) => a.status)).toEqual([200, 200])
    }
  })

  test('while homes and buildings are added to them lose none', async () => {
    for (let round = 0; round < 20; round++) {
      const two = [await standAlone(1), await standAlone(1)]
      const join = joining(two)
      const home = {
        communityId: yanxi,
        buildingId: two[0]!.buildingId,
        id: randomUUID(),
        entranceId: null,
        number: '901',
        kind: 'dwelling' as const,
        areaCentiares: 100,
      }
      const building = {
        communityId: yanxi,
        compoundId: two[1]!.compoundId,
        id: randomUUID(),
        name: '新楼',
        entrances: ['1单元'],
      }
      const [joined, homeAdded, buildingAdded] = await Promise.all([
        api.ask(token.communityWorker, 'place.join', join),
        api.ask(token.communityWorker, 'place.addHome', home),
        api.ask(token.communityWorker, 'place.addBuilding', building),
      ])
      expect([joined.status, homeAdded.status]).toEqual([200, 200])
      expect([200, 409]).toContain(buildingAdded.status)
      const whole = await look(join.id)
      expect(whole.dwellings).toBe(1)
      expect(whole.buildings).toHaveLength(buildingAdded.status === 200 ? 3 : 2)
    }
    expect(api.faults).toEqual([])
  })
})

test('people of a building that moves into another compound see the new one at their next request', async () => {
  const join = joining([{ compoundId: yanxiCompound }, await standAlone()])
  await api.get(token.communityWorker, 'place.join', join)
  for (const by of [token.owner, token.buildingLead]) {
    const tree = await api.get(by, 'place.tree', { communityId: yanxi })
    expect(tree.compounds.map((c) => c.name)).toEqual([join.name])
    expect(await api.refusal(by, 'place.get', { communityId: yanxi, compoundId: trustCompound })).toMatch(
      /not_found|forbidden/,
    )
  }
})
