import { randomUUID } from 'node:crypto'
import { demoSubdistrict, yanxi } from '../../functions/demo/story'
import type { Input } from '../../shared/contract'
import { addDays } from '../../shared/kernel/time'
import { openApi, type TestApi } from '../kernel/api'
import { recorded, signInAll } from '../kernel/signIn'
import { codeOf, compoundsOf } from './compounds'

type Who = 'communityWorker' | 'secondWorker' | 'owner' | 'subdistrictOfficer'
let api: TestApi
let token: Record<Who, string>
let compounds: ReturnType<typeof compoundsOf>
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
  token = await signInAll(api, 'communityWorker', 'secondWorker', 'owner', 'subdistrictOfficer')
  compounds = compoundsOf(api, token.communityWorker)
})
afterAll(() => api.close())

const standAlone: typeof compounds.standAlone = (...a) => compounds.standAlone(...a)
const joining: typeof compounds.joining = (...a) => compounds.joining(...a)
const splitting: typeof compounds.splitting = (...a) => compounds.splitting(...a)
const look: typeof compounds.look = (...a) => compounds.look(...a)
const pastOf: typeof compounds.pastOf = (...a) => compounds.pastOf(...a)
const ahead = (days: number) => addDays(compounds.today, days)

describe('a compound that splits', () => {
  test('becomes several, each with its buildings; what it was stays told', async () => {
    const two = [await standAlone(2), await standAlone(3)]
    const join = joining(two, { from: ahead(-10) })
    await api.get(token.communityWorker, 'place.join', join)
    const split = splitting(
      join.id,
      two.map((c) => c.buildingId),
    )
    expect(await api.get(token.communityWorker, 'place.split', split)).toEqual({
      ids: split.into.map((p) => p.id),
    })
    expect(await look(join.id)).toMatchObject({ to: ahead(-1), buildings: [], dwellings: 0 })
    expect((await look(join.id)).after.map((a) => a.compoundId).sort()).toEqual(
      split.into.map((p) => p.id).sort(),
    )
    expect(await look(split.into[1]!.id)).toMatchObject({
      dwellings: 2,
      shops: 1,
      before: [{ compoundId: join.id, to: compounds.today }],
    })
    expect((await pastOf(two[0]!.buildingId)).map((p) => [p.from_day, p.to_day])).toEqual([
      [ahead(-30), ahead(-11)],
      [ahead(-10), ahead(-1)],
    ])
    expect(await recorded(api, join.id)).toEqual(['compound.joined', 'compound.split'])
    expect((await api.get(token.communityWorker, 'place.split', split)).ids).toHaveLength(2)
    expect(await recorded(api, join.id)).toEqual(['compound.joined', 'compound.split'])
  })

  test('keeps whoever works there: in the joined compound, then in each part', async () => {
    const two = [await standAlone(), await standAlone()]
    const { items } = await api.get(token.subdistrictOfficer, 'organisation.list', {
      subdistrictId: demoSubdistrict.id,
    })
    const organisationId = items.find((o) => o.kind === 'property')!.organisationId
    for (const { compoundId } of two)
      await api.get(token.communityWorker, 'organisation.engage', {
        communityId: yanxi,
        id: randomUUID(),
        organisationId,
        compoundId,
        from: ahead(-20),
        to: null,
      })
    const worksIn = async () =>
      (
        await api.owner<{ compound_id: string }>(
          `select compound_id from engagement where community_id = $1 and organisation_id = $2 and to_day is null
             and compound_id = any ($3::uuid[]) order by 1`,
          [yanxi, organisationId, [...two.map((c) => c.compoundId), join.id, ...split.into.map((i) => i.id)]],
        )
      ).map((r) => r.compound_id)
    const join = joining(two, { from: ahead(-10) })
    const split = splitting(
      join.id,
      two.map((c) => c.buildingId),
    )
    await api.get(token.communityWorker, 'place.join', join)
    expect(await worksIn()).toEqual([join.id])
    await api.get(token.communityWorker, 'place.split', split)
    expect(await worksIn()).toEqual(split.into.map((i) => i.id).sort())
  })

  test('must place every building once, and none that is not its own', async () => {
    const two = [await standAlone(), await standAlone()]
    const other = await standAlone()
    const join = joining(two)
    await api.get(token.communityWorker, 'place.join', join)
    const own = two.map((c) => c.buildingId)
    const said = (buildings: string[], more: Partial<Input<'place.split'>> = {}) =>
      codeOf(api.ask(token.communityWorker, 'place.split', splitting(join.id, buildings, more)))
    expect(await said([own[0]!, other.buildingId])).toBe('split_incomplete')
    expect(await said([...own, other.buildingId])).toBe('split_incomplete')
    expect(await said([own[0]!, own[0]!])).toBe('named_twice')
    expect(await said(own, { from: ahead(1) })).toBe('day_ahead')
    expect(await said(own, { from: ahead(-1) })).toBe('day_before_start')
    const twins = splitting(join.id, own)
    for (const part of twins.into) part.name = '同名'
    expect(await codeOf(api.ask(token.communityWorker, 'place.split', twins))).toBe('name_taken')
    expect((await look(join.id)).to).toBeNull()
    expect(await codeOf(api.ask(token.secondWorker, 'place.split', splitting(join.id, own)))).toBe(
      'not_found',
    )
    expect(await codeOf(api.ask(token.owner, 'place.split', splitting(join.id, own)))).toBe('forbidden')
    await api.get(token.communityWorker, 'place.split', splitting(join.id, own))
    expect(await said(own)).toBe('compound_ended')
  })

  test('and joins at the same moment does one of both', async () => {
    for (let round = 0; round < 20; round++) {
      const three = [await standAlone(1), await standAlone(1), await standAlone(1)]
      const join = joining(three.slice(0, 2))
      await api.get(token.communityWorker, 'place.join', join)
      const answers = await Promise.all([
        api.ask(
          token.communityWorker,
          'place.split',
          splitting(
            join.id,
            three.slice(0, 2).map((c) => c.buildingId),
          ),
        ),
        api.ask(token.subdistrictOfficer, 'place.join', joining([{ compoundId: join.id }, three[2]!])),
      ])
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
      const [row] = await api.owner<{ n: number }>(
        'select count(*)::int as n from building b join compound c on c.id = b.compound_id where b.id = any ($1) and c.to_day is null',
        [three.map((c) => c.buildingId)],
      )
      expect(row!.n).toBe(3)
    }
    expect(api.faults).toEqual([])
  })
})
