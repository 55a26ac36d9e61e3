import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { cast, demoPhone } from '../../functions/demo/cast'
import { demoId } from '../../functions/demo/stage'
import { demoSubdistrict, trustCompound, yanxi, yanxiCompound } from '../../functions/demo/story'
import { addDays, dayOf } from '../../shared/kernel/time'
import { grantedRoles, mayGrant, type Role, roles } from '../../shared/role/roles'
import { openApi, type TestApi } from '../kernel/api'
import { signInAll } from '../kernel/signIn'
import { grantOver, type Place, placesOf } from './grants'

type Who =
  | 'communityWorker'
  | 'secondWorker'
  | 'subdistrictOfficer'
  | 'districtOfficer'
  | 'newcomer'
  | 'owner'
  | 'tenant'
  | 'property'
  | 'buildingLead'
  | 'liaison'
let api: TestApi
let token: Record<Who, string>
let places: Record<string, Place>
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
  token = await signInAll(
    api,
    'communityWorker',
    'secondWorker',
    'subdistrictOfficer',
    'districtOfficer',
    'newcomer',
    'owner',
    'tenant',
    'property',
    'buildingLead',
    'liaison',
  )
  places = await placesOf(api, token.communityWorker)
})
afterAll(() => api.close())

const granting: ReturnType<typeof grantOver> = (...a) => grantOver(places, api.now)(...a)
const granterOf = (role: Role) =>
  mayGrant('communityWorker', role)
    ? token.communityWorker
    : mayGrant('subdistrictOfficer', role)
      ? token.subdistrictOfficer
      : token.districtOfficer

interface Reach {
  person_id: string
  roles: unknown[]
  [list: string]: unknown
}
const lists = ['communities', 'compounds', 'buildings', 'homes', 'organisations', 'given', 'above'] as const
const anew = async (personId: string) =>
  (
    await api.owner<Reach>('select (reach_of(id, reach_version, $2)).* from person where id = $1', [
      personId,
      dayOf(api.now),
    ])
  )[0]!
/** The order in which rows came does not matter. */
const sorted = (reach: Reach) => ({
  ...Object.fromEntries(lists.map((l) => [l, String(reach[l]).split(',').sort()])),
  roles: reach.roles
    .map((r) =>
      JSON.stringify(r, (_, v: unknown) => (Array.isArray(v) ? v.map((x) => JSON.stringify(x)).sort() : v)),
    )
    .sort(),
})

describe('how far a role reaches in the database', () => {
  const kinds: Record<(typeof roles)[Role]['reach'], string[]> = {
    communities: ['communities'],
    compound: ['compounds'],
    building: ['compounds', 'buildings'],
    organisation: ['organisations', 'given'],
  }
  /** Lists that may hold more for a scope than the word says: officers what lies above, residents their home. */
  const besides = ['above', 'homes']

  test.each(grantedRoles)('%s: as the table of roles says', async (role) => {
    if (roles[role].scope === 'organisation') {
      const engagement = {
        communityId: yanxi,
        id: randomUUID(),
        organisationId: demoId('城管中队'),
        compoundId: trustCompound,
        from: dayOf(api.now),
        to: null,
      }
      await api.ask(token.communityWorker, 'organisation.engage', engagement)
    }
    const grant = granting(role)
    await api.get(granterOf(role), 'role.grant', grant)
    const reach = await anew(demoId('newcomer'))
    expect(lists.filter((l) => reach[l] !== '' && !besides.includes(l))).toEqual(kinds[roles[role].reach])
    await api.get(granterOf(role), 'role.revoke', { grantId: grant.id })
    const none = await anew(demoId('newcomer'))
    expect([none.roles, lists.filter((l) => none[l] !== '')]).toEqual([[], []])
  })

  test.each(['owner', 'tenant'] as const)(
    '%s: their compound, and the people of their home alone',
    async (role) => {
      const reach = await anew(demoId(role))
      expect(lists.filter((l) => reach[l] !== '')).toEqual(['compounds', 'homes'])
      expect(kinds[roles[role].reach]).toEqual(['compounds'])
    },
  )
})

describe('what is kept of somebody’s reach', () => {
  const keptFor = async () => {
    const stale: string[] = []
    const kept = await api.owner<Reach>(
      'select r.* from reach r join person p on p.id = r.person_id where r.version = p.reach_version and r.day = $1',
      [dayOf(api.now)],
    )
    for (const reach of kept) {
      const key = cast.find((c) => demoId(c.key) === reach.person_id)?.key ?? reach.person_id
      const [was, is] = [sorted(reach), sorted(await anew(reach.person_id))]
      if (JSON.stringify(was) !== JSON.stringify(is))
        stale.push(`${key}: ${JSON.stringify(was)} instead of ${JSON.stringify(is)}`)
    }
    return { stale, kept: kept.length }
  }

  test('is what would be worked out anew, whatever happens in whatever order, at once or not', async () => {
    const acts = await actions()
    const everybody = Object.values(token)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(acts.length - 1), fc.nat(40)), { minLength: 4, maxLength: 14 }),
        fc.boolean(),
        async (steps, atOnce) => {
          const look = () => Promise.all(everybody.map((t) => api.get(t, 'me.get', {})))
          await look()
          // people look while their roles change, as they do
          if (atOnce) await Promise.all([...steps.map(([act, n]) => acts[act]!(n)), look(), look()])
          else for (const [act, n] of steps) await acts[act]!(n)
          expect((await keptFor()).stale).toEqual([])
          await look()
          const { stale, kept } = await keptFor()
          expect(stale).toEqual([])
          expect(kept).toBeGreaterThanOrEqual(everybody.length)
          expect(api.faults).toEqual([])
          api.now = new Date(api.now.getTime() + 86_400_000)
        },
      ),
      { numRuns: 20 },
    )
  })

  test('would be noticed if it were not: a reach that is planted wrong is caught', async () => {
    await api.get(token.owner, 'me.get', {})
    await api.owner(`update reach set communities = $2 where person_id = $1`, [demoId('owner'), randomUUID()])
    expect((await keptFor()).stale).toHaveLength(1)
    await api.owner('delete from reach where person_id = $1', [demoId('owner')])
  })
})

/** Everything that changes what somebody may reach; each may also be refused, which must change nothing. */
async function actions(): Promise<((n: number) => Promise<unknown>)[]> {
  const worker = token.communityWorker
  const persons = ['newcomer', 'owner', 'tenant', 'buildingLead', 'liaison', 'property']
  const grants: string[] = []
  const engagements: string[] = []
  const open = [{ compoundId: yanxiCompound }, { compoundId: trustCompound }]
  const organisations = ['弘运物业公司', '江畔水务公司', '城管中队'].map((o) => demoId(o))
  let made = 0
  const today = () => dayOf(api.now)
  const pick = <T>(from: T[], n: number): T => from[n % from.length]!
  const newCompound = async () => {
    const [compoundId, buildingId] = [randomUUID(), randomUUID()]
    await api.ask(worker, 'place.addCompound', {
      communityId: yanxi,
      id: compoundId,
      name: `新${++made}`,
      management: 'none',
      from: addDays(today(), -1),
    })
    await api.ask(worker, 'place.addBuilding', {
      communityId: yanxi,
      compoundId,
      id: buildingId,
      name: `楼${made}`,
      entrances: [],
    })
    open.push({ compoundId })
  }
  const grant = async (n: number) => {
    const role = pick(grantedRoles, n)
    const input = granting(role, {
      phone: demoPhone(pick(persons, n + made)),
      from: addDays(today(), (n % 3) - 1),
      to: n % 4 === 0 ? addDays(today(), 1) : null,
    })
    const { status } = await api.ask(granterOf(role), 'role.grant', input)
    if (status === 200) grants.push(input.id)
  }
  const tieOf = async (n: number) => {
    const { items } = await api.get(worker, 'home.list', {
      communityId: yanxi,
      find: pick(['9栋1单元701', '9栋1单元201', '9栋2单元102'], n),
    })
    const { ties } = await api.get(worker, 'home.get', { communityId: yanxi, homeId: items[0]!.homeId })
    return { communityId: yanxi, homeId: items[0]!.homeId, tieId: pick(ties, n).tieId }
  }
  return [
    grant,
    grant,
    (n) =>
      grants.length
        ? api.ask(token.districtOfficer, 'role.revoke', { grantId: pick(grants, n) })
        : newCompound(),
    (n) => (grants.length ? api.ask(worker, 'role.revoke', { grantId: pick(grants, n) }) : newCompound()),
    newCompound,
    async (n) => {
      const id = randomUUID()
      const input = {
        communityId: yanxi,
        id,
        organisationId: pick(organisations, n),
        compoundId: n % 2 ? pick(open, n).compoundId : null,
        from: today(),
        to: n % 3 ? null : addDays(today(), 1),
      }
      if ((await api.ask(worker, 'organisation.engage', input)).status === 200) engagements.push(id)
    },
    (n) =>
      engagements.length
        ? api.ask(worker, 'organisation.disengage', {
            communityId: yanxi,
            engagementId: pick(engagements, n),
          })
        : newCompound(),
    async (n) => {
      const id = randomUUID()
      const two = [pick(open, n), pick(open, n + 1)]
      const { status } = await api.ask(worker, 'place.join', {
        communityId: yanxi,
        id,
        name: `合${++made}`,
        management: 'none',
        from: today(),
        compoundIds: two.map((c) => c.compoundId),
      })
      if (status === 200) open.push({ compoundId: id })
    },
    async (n) => api.ask(worker, 'home.endTie', { ...(await tieOf(n)), to: addDays(today(), (n % 3) - 1) }),
    async (n) => {
      const { homeId } = await tieOf(n)
      const id = randomUUID()
      const by = pick([token.newcomer, token.tenant, token.liaison], n)
      await api.ask(by, 'claim.submit', {
        communityId: yanxi,
        id,
        homeId,
        kind: n % 2 ? 'owner' : 'tenant',
        name: '来的人',
      })
      await api.ask(worker, 'claim.decide', { communityId: yanxi, claimId: id, decision: 'accept' })
    },
    () =>
      api.ask(token.subdistrictOfficer, 'place.addCommunity', {
        subdistrictId: demoSubdistrict.id,
        id: randomUUID(),
        name: `社区${++made}`,
      }),
    async () => {
      const id = randomUUID()
      await newCompound()
      const { compounds } = await api.get(worker, 'place.tree', { communityId: yanxi })
      const free = compounds.flatMap((c) => c.buildings).find((b) => b.gridId === null)
      return (
        free &&
        api.ask(worker, 'place.addGrid', {
          communityId: yanxi,
          id,
          name: `格${++made}`,
          buildingIds: [free.buildingId],
        })
      )
    },
  ]
}
