import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { demoId } from '../../functions/demo/stage'
import { demoSubdistrict, hongyun, trustCompound, yanxi } from '../../functions/demo/story'
import { tick } from '../../functions/tick'
import { addDays, dayOf } from '../../shared/kernel/time'
import { openApi, type TestApi } from '../kernel/api'
import { signInAll } from '../kernel/signIn'

type Who =
  | 'communityWorker'
  | 'secondWorker'
  | 'subdistrictOfficer'
  | 'districtOfficer'
  | 'newcomer'
  | 'liaison'
  | 'department'
let api: TestApi
let token: Record<Who, string>
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
  token = await signInAll(
    api,
    'communityWorker',
    'secondWorker',
    'subdistrictOfficer',
    'districtOfficer',
    'newcomer',
    'liaison',
    'department',
  )
})
afterAll(() => api.close())

const figures = async (by = token.subdistrictOfficer) =>
  (await api.get(by, 'place.figures', { subdistrictId: demoSubdistrict.id })).communities

// counted anew from the rows, by words of its own
const counted = (today: string) =>
  api.owner(
    `select c.id as "communityId", c.name,
       (select count(*)::int from compound p where p.community_id = c.id and p.to_day is null) as compounds,
       (select count(*)::int from building b where b.community_id = c.id) as buildings,
       (select count(*)::int from home h where h.community_id = c.id) as homes,
       (select count(distinct home_id)::int from home_tie t where t.community_id = c.id and person_id is not null and coalesce(to_day, 'infinity') >= $1) as "boundHomes",
       (select count(*)::int from claim m where m.community_id = c.id and state = 'submitted') as "claimsWaiting",
       (select to_char(min(submitted_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from claim m where m.community_id = c.id and state = 'submitted') as "oldestClaimAt",
       (select count(*)::int from role_grant g where g.community_id = c.id and role in ('communityWorker', 'gridWorker') and from_day <= $1 and coalesce(to_day, 'infinity') >= $1) as workers
     from community c order by c.name`,
    [today],
  )

describe('the figures of a subdistrict', () => {
  test('are those of the demo as they can be counted', async () => {
    expect(await figures()).toEqual(await counted(dayOf(api.now)))
    expect((await figures()).map((f) => [f.name, f.compounds, f.buildings, f.homes])).toEqual([
      ['弘运社区', 1, 7, 375],
      ['盐溪社区', 2, 13, 468],
    ])
  })

  test('are summed up for each subdistrict that an officer works for', async () => {
    const sum = (key: 'homes' | 'boundHomes' | 'claimsWaiting', of: Awaited<ReturnType<typeof figures>>) =>
      of.reduce((n, f) => n + f[key], 0)
    const each = await figures()
    for (const by of [token.subdistrictOfficer, token.districtOfficer]) {
      const { items } = await api.get(by, 'place.subdistricts', {})
      expect(items).toEqual([
        {
          subdistrictId: demoSubdistrict.id,
          name: '江畔街道',
          district: '示范区',
          communities: each.length,
          homes: sum('homes', each),
          boundHomes: sum('boundHomes', each),
          claimsWaiting: sum('claimsWaiting', each),
        },
      ])
    }
    expect(await api.refusal(token.communityWorker, 'place.subdistricts', {})).toBe('forbidden')
  })

  test('are for its officers and those of the district, and for nobody else', async () => {
    expect(await figures(token.districtOfficer)).toEqual(await figures())
    for (const by of [token.communityWorker, token.department, token.newcomer])
      expect(await api.refusal(by, 'place.figures', { subdistrictId: demoSubdistrict.id })).toBe('forbidden')
    expect(
      await api.refusal(token.subdistrictOfficer, 'place.figures', { subdistrictId: randomUUID() }),
    ).toMatch(/not_found|forbidden/)
  })

  test('stay right through whatever happens, in whatever order, at once or not', async () => {
    const world = await settle()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(world.acts.length - 1), fc.nat(30)), { minLength: 5, maxLength: 15 }),
        async (steps) => {
          // claims are limited by the day
          api.now = new Date(api.now.getTime() + 86_400_000)
          await tick(api.database.urls.tick, api.now)
          await Promise.all(steps.map(([act, n]) => world.acts[act]!(n)))
          expect(api.faults).toEqual([])
          expect(await figures()).toEqual(await counted(dayOf(api.now)))
        },
      ),
      { numRuns: 25 },
    )
  })

  test('forget a home the night after its last tenant left, and keep it until then', async () => {
    const { items } = await api.get(token.communityWorker, 'home.list', {
      communityId: yanxi,
      find: '2栋2单元101',
    })
    const { homeId } = items[0]!
    const id = randomUUID()
    const today = dayOf(api.now)
    const bound = async () =>
      (await api.owner<{ bound: boolean }>('select bound from home where id = $1', [homeId]))[0]!.bound
    const tie = {
      communityId: yanxi,
      homeId,
      id,
      kind: 'tenant' as const,
      name: '短租',
      phone: null,
      from: today,
      to: null,
    }
    await api.get(token.communityWorker, 'home.addTie', tie)
    expect(await bound()).toBe(false)
    await api.owner('update home_tie set person_id = $2 where id = $1', [id, demoId('liaison')])
    expect(await bound()).toBe(true)
    await api.get(token.communityWorker, 'home.endTie', { communityId: yanxi, homeId, tieId: id, to: today })
    await tick(api.database.urls.tick, api.now)
    expect(await bound()).toBe(true)
    api.now = new Date(api.now.getTime() + 86_400_000)
    await tick(api.database.urls.tick, api.now)
    expect(await bound()).toBe(false)
    expect(await figures()).toEqual(await counted(dayOf(api.now)))
  })
})

const homeOf = async (n: number) => {
  const { items } = await api.get(token.communityWorker, 'home.list', {
    communityId: yanxi,
    compoundId: trustCompound,
  })
  return items[n % items.length]!
}

/** Everything that moves a figure; each step may also be refused, which must move none. */
async function settle() {
  const worker = token.communityWorker
  const compounds: { compoundId: string; buildingId: string }[] = []
  const claims: string[] = []
  const grants: string[] = []
  let made = 0
  const newName = () => `数${++made}`
  const acts: ((n: number) => Promise<unknown>)[] = [
    async () => {
      const [compoundId, buildingId] = [randomUUID(), randomUUID()]
      await api.ask(worker, 'place.addCompound', {
        communityId: yanxi,
        id: compoundId,
        name: newName(),
        management: 'none',
        from: addDays(dayOf(api.now), -1),
      })
      await api.ask(worker, 'place.addBuilding', {
        communityId: yanxi,
        compoundId,
        id: buildingId,
        name: newName(),
        entrances: [],
      })
      compounds.push({ compoundId, buildingId })
    },
    async (n) => {
      const buildingId = compounds[n % (compounds.length || 1)]?.buildingId ?? randomUUID()
      await api.ask(worker, 'place.addHome', {
        communityId: yanxi,
        buildingId,
        id: randomUUID(),
        entranceId: null,
        number: `${n}`,
        kind: 'dwelling',
        areaCentiares: 100 + n,
      })
    },
    async (n) => {
      const two = [compounds[n % (compounds.length || 1)], compounds[(n + 1) % (compounds.length || 1)]]
      const id = randomUUID()
      const compoundIds = two.map((c) => c?.compoundId ?? randomUUID())
      const { status } = await api.ask(worker, 'place.join', {
        communityId: yanxi,
        id,
        name: newName(),
        management: 'none',
        from: dayOf(api.now),
        compoundIds,
      })
      if (status === 200) for (const c of two) c!.compoundId = id
    },
    async (n) => {
      const id = randomUUID()
      claims.push(id)
      await api.ask(token.newcomer, 'claim.submit', {
        communityId: yanxi,
        id,
        homeId: (await homeOf(n)).homeId,
        kind: 'owner',
        name: '新人',
      })
    },
    (n) =>
      api.ask(worker, 'claim.decide', {
        communityId: yanxi,
        claimId: claims[n % (claims.length || 1)] ?? randomUUID(),
        decision: 'accept',
      }),
    (n) =>
      api.ask(token.newcomer, 'claim.withdraw', {
        communityId: yanxi,
        claimId: claims[n % (claims.length || 1)] ?? randomUUID(),
      }),
    async (n) => {
      const { homeId } = await homeOf(n)
      const { ties } = await api.get(worker, 'home.get', { communityId: yanxi, homeId })
      for (const t of ties.filter((t) => t.bound))
        await api.ask(worker, 'home.endTie', {
          communityId: yanxi,
          homeId,
          tieId: t.tieId,
          to: addDays(dayOf(api.now), n % 3),
        })
    },
    async () => {
      const id = randomUUID()
      const { status } = await api.ask(token.subdistrictOfficer, 'role.grant', {
        id,
        personId: demoId('secondGridWorker'),
        role: 'gridWorker',
        scopeId: demoId('盐溪第二网格'),
        communityId: yanxi,
        from: dayOf(api.now),
        to: null,
      })
      if (status === 200) grants.push(id)
    },
    (n) => api.ask(worker, 'role.revoke', { grantId: grants[n % (grants.length || 1)] ?? randomUUID() }),
    () =>
      api.ask(token.subdistrictOfficer, 'place.addCommunity', {
        subdistrictId: demoSubdistrict.id,
        id: randomUUID(),
        name: newName(),
      }),
    () =>
      api.ask(token.secondWorker, 'place.addCompound', {
        communityId: hongyun,
        id: randomUUID(),
        name: newName(),
        management: 'none',
        from: dayOf(api.now),
      }),
  ]
  return { acts }
}
