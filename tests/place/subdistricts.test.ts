import { randomUUID } from 'node:crypto'
import { demoPhone } from '../../functions/demo/cast'
import { demoDistrict, demoSubdistrict } from '../../functions/demo/story'
import { dayOf } from '../../shared/kernel/time'
import { openApi, type TestApi } from '../kernel/api'
import { signInAll } from '../kernel/signIn'

type Who = 'subdistrictOfficer' | 'districtOfficer' | 'communityWorker' | 'department' | 'owner' | 'newcomer'
let api: TestApi
let token: Record<Who, string>
const second = randomUUID()
const foreign = randomUUID()
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
  // one more subdistrict of the district, and one of another
  const other = randomUUID()
  await api.owner("insert into district (id, name) values ($1, '邻区')", [other])
  await api.owner(
    "insert into subdistrict (id, district_id, name) values ($1, $2, '山前街道'), ($3, $4, '邻区街道')",
    [second, demoDistrict.id, foreign, other],
  )
  await api.owner("insert into community (id, subdistrict_id, name) values ($1, $2, '邻区社区')", [
    randomUUID(),
    foreign,
  ])
  // who reaches what is worked out anew when a role of theirs changes
  await api.owner('update person set reach_version = reach_version + 1')
  token = await signInAll(
    api,
    'subdistrictOfficer',
    'districtOfficer',
    'communityWorker',
    'department',
    'owner',
    'newcomer',
  )
})
afterAll(() => api.close())

const mine = async (by: string) => (await api.get(by, 'place.subdistricts', {})).items

test('an officer of the district has its subdistricts, each with the sums of its communities', async () => {
  const [one, two, ...rest] = await mine(token.districtOfficer)
  const { communities } = await api.get(token.districtOfficer, 'place.figures', {
    subdistrictId: demoSubdistrict.id,
  })
  const sum = (of: (c: (typeof communities)[number]) => number) =>
    communities.reduce((total, c) => total + of(c), 0)
  const seen = [one, two].sort((a, b) => (a!.homes < b!.homes ? 1 : -1))
  expect(rest).toEqual([])
  expect(seen[0]).toEqual({
    subdistrictId: demoSubdistrict.id,
    name: demoSubdistrict.name,
    district: demoDistrict.name,
    communities: 2,
    homes: 843,
    boundHomes: sum((c) => c.boundHomes),
    claimsWaiting: sum((c) => c.claimsWaiting),
  })
  expect(seen[1]).toEqual({
    subdistrictId: second,
    name: '山前街道',
    district: demoDistrict.name,
    communities: 0,
    homes: 0,
    boundHomes: 0,
    claimsWaiting: 0,
  })
  expect(sum((c) => c.claimsWaiting)).toBeGreaterThan(0)
})

test('an officer of one subdistrict has that one', async () => {
  expect((await mine(token.subdistrictOfficer)).map((s) => s.subdistrictId)).toEqual([demoSubdistrict.id])
})

test('it is for officers: not for a community, a department or residents', async () => {
  for (const by of [token.communityWorker, token.department, token.owner, token.newcomer])
    expect(await api.refusal(by, 'place.subdistricts', {})).toBe('forbidden')
})

test('a subdistrict of another district stays closed to the officer of this one', async () => {
  for (const name of ['place.figures', 'organisation.list'] as const)
    expect(await api.refusal(token.districtOfficer, name, { subdistrictId: foreign })).toBe('forbidden')
})

test('a community registered in a subdistrict counts there at once', async () => {
  await api.get(token.districtOfficer, 'place.addCommunity', {
    subdistrictId: second,
    id: randomUUID(),
    name: '山前社区',
  })
  const found = (await mine(token.districtOfficer)).find((s) => s.subdistrictId === second)
  expect(found).toMatchObject({ communities: 1, homes: 0, claimsWaiting: 0 })
})

test('whoever the officer of the district names for a subdistrict has it then, and no other', async () => {
  await api.get(token.districtOfficer, 'role.grant', {
    id: randomUUID(),
    phone: demoPhone('newcomer'),
    role: 'subdistrictOfficer',
    scopeId: second,
    communityId: null,
    from: dayOf(api.now),
    to: null,
  })
  expect((await mine(token.newcomer)).map((s) => s.subdistrictId)).toEqual([second])
})
