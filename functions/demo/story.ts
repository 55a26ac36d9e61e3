import { naturalKey } from '../../shared/kernel/order'
import { dayOf } from '../../shared/kernel/time'
import type { GrantedRole } from '../../shared/role/roles'
import { roles } from '../../shared/role/roles'
import { cast, demoPhone } from './cast'
import { hongyunRoll, type RollLine, trustRoll, yanxiBuildings, yanxiRoll } from './places'
import { takeRollIn } from './roll'
import { demoId, type Stage } from './stage'

export const yanxi = demoId('盐溪社区')
export const hongyun = demoId('弘运社区')
export const yanxiCompound = demoId('盐溪桥小区')
export const hongyunCompound = demoId('弘运小区')
export const trustCompound = demoId('花溪苑')
export const demoDistrict = { id: demoId('示范区'), name: '示范区' }
export const demoSubdistrict = { id: demoId('江畔街道'), name: '江畔街道' }

/** A year of a subdistrict with two communities, told in the order in which it happened. */
export async function liveTheStory(stage: Stage): Promise<void> {
  await openTheSubdistrict(stage)
  await buildTheHouses(stage)
  await takeTheRollsIn(stage)
  await giveTheWork(stage)
  await nameTheKeepers(stage)
  await moveIn(stage)
}

const grant = (
  stage: Stage,
  by: string,
  whom: string,
  role: GrantedRole,
  scopeId: string,
  communityId: string | null,
  days: number,
) => {
  const at = stage.daysAgo(days)
  return stage.act(
    by,
    'role.grant',
    {
      id: demoId(`${whom} ${role}`),
      phone: demoPhone(whom),
      role,
      scopeId,
      communityId,
      from: dayOf(at),
      to: null,
    },
    at,
  )
}

async function openTheSubdistrict(stage: Stage): Promise<void> {
  await grant(
    stage,
    'districtOfficer',
    'subdistrictOfficer',
    'subdistrictOfficer',
    demoSubdistrict.id,
    null,
    399,
  )
  for (const [id, name] of [
    [yanxi, '盐溪社区'],
    [hongyun, '弘运社区'],
  ] as const) {
    await stage.act(
      'subdistrictOfficer',
      'place.addCommunity',
      { subdistrictId: demoSubdistrict.id, id, name },
      stage.daysAgo(390),
    )
  }
  await grant(stage, 'subdistrictOfficer', 'communityWorker', 'communityWorker', yanxi, yanxi, 389)
  await grant(stage, 'subdistrictOfficer', 'secondWorker', 'communityWorker', hongyun, hongyun, 389)
}

const numbered = (stage: string) => `盐溪桥${stage}`

async function buildTheHouses(stage: Stage): Promise<void> {
  const worker = 'communityWorker'
  const began = stage.daysAgo(380)
  // nine stand-alone buildings, each a compound of its own until they join
  for (const building of yanxiBuildings) {
    const id = demoId(numbered(building))
    const from = dayOf(began)
    await stage.act(
      worker,
      'place.addCompound',
      { communityId: yanxi, id, name: numbered(building), management: 'none', from },
      began,
    )
    await stage.act(
      worker,
      'place.addBuilding',
      {
        communityId: yanxi,
        compoundId: id,
        id: demoId(`盐溪 ${building}`),
        name: building,
        entrances: ['1单元', '2单元'],
      },
      began,
    )
  }
  const joined = stage.daysAgo(300)
  await stage.act(
    worker,
    'place.join',
    {
      communityId: yanxi,
      id: yanxiCompound,
      name: '盐溪桥小区',
      management: 'selfManaged',
      from: dayOf(joined),
      compoundIds: yanxiBuildings.map((b) => demoId(numbered(b))),
    },
    joined,
  )
  for (const [name, buildings] of [
    ['第一网格', yanxiBuildings.slice(5)],
    ['第二网格', yanxiBuildings.slice(0, 5)],
  ] as const) {
    const buildingIds = buildings.map((b) => demoId(`盐溪 ${b}`))
    await stage.act(
      worker,
      'place.addGrid',
      { communityId: yanxi, id: demoId(`盐溪${name}`), name, buildingIds },
      stage.daysAgo(298),
    )
  }
  const trust = {
    communityId: yanxi,
    id: trustCompound,
    name: '花溪苑',
    management: 'trust' as const,
    from: dayOf(stage.daysAgo(260)),
  }
  await stage.act(worker, 'place.addCompound', trust, stage.daysAgo(260))
  const old = {
    communityId: hongyun,
    id: hongyunCompound,
    name: '弘运小区',
    management: 'none' as const,
    from: dayOf(began),
  }
  await stage.act('secondWorker', 'place.addCompound', old, began)
}

/** Which of the cast stand on a roll with the number they bound: importing it binds them. */
const onTheRoll: Record<string, [building: string, entrance: string, number: string]> = {
  owner: ['9栋', '1单元', '701'],
  buildingLead: ['9栋', '2单元', '102'],
  neighbour1: ['9栋', '1单元', '102'],
  neighbour2: ['8栋', '2单元', '301'],
  neighbour3: ['1栋', '1单元', '502'],
  neighbour4: ['4栋', '2单元', '601'],
}
const onTheOldRoll: typeof onTheRoll = {
  committeeDirector: ['2栋', '1单元', '201'],
  committeeMember: ['5栋', '3单元', '602'],
  branchSecretary: ['1栋', '2单元', '101'],
  entranceLead: ['1栋', '1单元', '302'],
  partyMember: ['3栋', '2单元', '402'],
  neighbour11: ['1栋', '1单元', '101'],
  neighbour12: ['6栋', '4单元', '501'],
  neighbour13: ['7栋', '1单元', '202'],
}

function withPeople(lines: RollLine[], people: typeof onTheRoll): RollLine[] {
  const at = new Map(Object.entries(people).map(([key, where]) => [where.join(), key]))
  return lines.map((line, i) => {
    const key = at.get([line.building, line.entrance, line.number].join())
    if (key) return { ...line, owner: cast.find((c) => c.key === key)!.name, phone: demoPhone(key) }
    // most of a roll is people who have not come yet; some lines have nobody written down
    return i % 11 === 0 ? line : { ...line, owner: `${line.building}${line.entrance}${line.number}业主` }
  })
}

async function takeTheRollsIn(stage: Stage): Promise<void> {
  const byOrder = (lines: RollLine[]) =>
    [...lines].sort((a, b) =>
      naturalKey(a.building + a.entrance + a.number) < naturalKey(b.building + b.entrance + b.number)
        ? -1
        : 1,
    )
  await takeRollIn(
    stage,
    'secondWorker',
    hongyun,
    hongyunCompound,
    byOrder(withPeople(hongyunRoll, onTheOldRoll)),
    stage.daysAgo(370),
  )
  await takeRollIn(
    stage,
    'communityWorker',
    yanxi,
    yanxiCompound,
    byOrder(withPeople(yanxiRoll, onTheRoll)),
    stage.daysAgo(295),
  )
  await takeRollIn(
    stage,
    'communityWorker',
    yanxi,
    trustCompound,
    byOrder(withPeople(trustRoll, {})),
    stage.daysAgo(255),
  )
}

async function giveTheWork(stage: Stage): Promise<void> {
  const officer = 'subdistrictOfficer'
  const property = demoId('弘运物业公司')
  const department = demoId('城管中队')
  const unit = demoId('江畔水务公司')
  for (const [id, name, kind] of [
    [property, '弘运物业公司', 'property'],
    [department, '江畔街道城管中队', 'department'],
    [unit, '江畔水务公司', 'unit'],
  ] as const) {
    await stage.act(
      officer,
      'organisation.add',
      { subdistrictId: demoSubdistrict.id, id, name, kind },
      stage.daysAgo(365),
    )
  }
  const engage = (
    by: string,
    communityId: string,
    organisationId: string,
    compoundId: string | null,
    days: number,
  ) =>
    stage.act(
      by,
      'organisation.engage',
      {
        communityId,
        id: demoId(`${communityId} ${organisationId}`),
        organisationId,
        compoundId,
        from: dayOf(stage.daysAgo(days)),
        to: null,
      },
      stage.daysAgo(days),
    )
  await engage('secondWorker', hongyun, property, hongyunCompound, 340)
  await engage('communityWorker', yanxi, property, trustCompound, 250)
  for (const organisation of [department, unit]) {
    await engage('secondWorker', hongyun, organisation, null, 330)
    await engage('communityWorker', yanxi, organisation, null, 328)
  }
  // with a property company come the rules of a lump-sum compound
  const managed = { communityId: hongyun, compoundId: hongyunCompound, management: 'lumpSum' as const }
  await stage.act('secondWorker', 'place.setManagement', managed, stage.daysAgo(340))
  await grant(stage, officer, 'property', 'responder', property, null, 339)
  await grant(stage, officer, 'department', 'responder', department, null, 329)
  await grant(stage, officer, 'liaison', 'liaison', unit, null, 327)
}

async function nameTheKeepers(stage: Stage): Promise<void> {
  const worker = 'communityWorker'
  const first = demoId('盐溪第一网格')
  const former = await grant(stage, worker, 'formerGridWorker', 'gridWorker', first, yanxi, 290)
  await stage.act(worker, 'role.revoke', { grantId: former.id }, stage.daysAgo(120))
  await grant(stage, worker, 'gridWorker', 'gridWorker', first, yanxi, 119)
  await grant(stage, worker, 'buildingLead', 'buildingLead', demoId('盐溪 9栋'), yanxi, 280)

  const second = 'secondWorker'
  const tree = await stage.act(second, 'place.tree', { communityId: hongyun })
  const buildings = tree.compounds.find((c) => c.compoundId === hongyunCompound)!.buildings
  const grid = demoId('弘运第一网格')
  const buildingIds = buildings.map((b) => b.buildingId)
  await stage.act(
    second,
    'place.addGrid',
    { communityId: hongyun, id: grid, name: '弘运第一网格', buildingIds },
    stage.daysAgo(360),
  )
  await grant(stage, second, 'secondGridWorker', 'gridWorker', grid, hongyun, 359)
  const entrance = buildings.find((b) => b.name === '1栋')!.entrances.find((e) => e.name === '1单元')!
  await grant(stage, second, 'entranceLead', 'entranceLead', entrance.entranceId, hongyun, 310)
  for (const role of ['committeeDirector', 'committeeMember', 'branchSecretary', 'supervisor'] as const) {
    if (roles[role].scope === 'compound')
      await grant(stage, second, role, role, hongyunCompound, hongyun, 305)
  }
}

async function moveIn(stage: Stage): Promise<void> {
  const homes = async (worker: string, communityId: string, find: string) =>
    (await stage.act(worker, 'home.list', { communityId, find })).items.find((h) => h.label === find)!
  const claim = async (
    who: string,
    communityId: string,
    find: string,
    kind: 'owner' | 'tenant',
    days: number,
    words?: string,
  ) => {
    const worker = communityId === yanxi ? 'communityWorker' : 'secondWorker'
    const home = await homes(worker, communityId, find)
    const id = demoId(`${who} ${find}`)
    const name = cast.find((c) => c.key === who)!.name
    await stage.act(
      who,
      'claim.submit',
      { communityId, id, homeId: home.homeId, kind, name, ...(words && { words }) },
      stage.daysAgo(days, 19),
    )
    return { communityId, claimId: id }
  }
  const decide = (by: string, on: { communityId: string; claimId: string }, days: number, reason?: string) =>
    stage.act(
      by,
      'claim.decide',
      { ...on, decision: reason ? 'reject' : 'accept', ...(reason && { reason }) },
      stage.daysAgo(days, 9, 20),
    )

  await decide(
    'buildingLead',
    await claim('tenant', yanxi, '9栋1单元201', 'tenant', 90, '租到明年六月，房东住外地'),
    89,
  )
  await decide('gridWorker', await claim('neighbour5', yanxi, '9栋2单元301', 'owner', 80), 80)
  await decide('gridWorker', await claim('neighbour6', yanxi, '7栋1单元602', 'owner', 62), 61)
  await decide(
    'communityWorker',
    await claim('neighbour7', yanxi, '3栋2单元401', 'tenant', 45),
    44,
    '这一户登记的是空房，请带租房合同到社区来',
  )
  await decide('secondWorker', await claim('neighbour14', hongyun, '5栋1单元301', 'owner', 70), 69)
  await decide('entranceLead', await claim('neighbour15', hongyun, '1栋1单元601', 'tenant', 33), 32)
  await decide(
    'secondWorker',
    await claim('neighbour16', hongyun, '1栋门市7', 'tenant', 28),
    27,
    '门市7登记的是别人，请核对房号',
  )
  const mistaken = await claim('neighbour8', yanxi, '2栋1单元302', 'owner', 20)
  await stage.act('neighbour8', 'claim.withdraw', mistaken, stage.daysAgo(20, 20))

  // these wait for somebody to decide
  await claim('neighbour8', yanxi, '2栋1单元402', 'owner', 4)
  await claim('neighbour9', yanxi, '9栋1单元501', 'owner', 2, '老伴的名字在名册上，我是他爱人')
  await claim('neighbour10', yanxi, '6栋2单元202', 'tenant', 1)
  await claim('neighbour17', hongyun, '1栋1单元402', 'owner', 3)
  await claim('neighbour18', hongyun, '4栋3单元502', 'tenant', 1, '刚搬来，合同签了一年')

  const lent = await homes('communityWorker', yanxi, '6栋1单元301')
  const at = { communityId: yanxi, homeId: lent.homeId }
  const tenantDays = { from: dayOf(stage.daysAgo(200)), to: dayOf(stage.daysAgo(40)) }
  await stage.act(
    'formerGridWorker',
    'home.addTie',
    { ...at, id: demoId('旧租户'), kind: 'tenant', name: '旧租户', phone: null, ...tenantDays },
    stage.daysAgo(200),
  )
  const newDays = {
    from: dayOf(stage.daysAgo(30)),
    to: dayOf(new Date(stage.now.getTime() + 335 * 86_400_000)),
  }
  await stage.act(
    'gridWorker',
    'home.addTie',
    {
      ...at,
      id: demoId('新租户'),
      kind: 'tenant',
      name: '新租户',
      phone: demoPhone('neighbour20'),
      ...newDays,
    },
    stage.daysAgo(30),
  )

  const mine = await homes('communityWorker', yanxi, '9栋1单元701')
  const home = await stage.act('owner', 'home.get', { communityId: yanxi, homeId: mine.homeId })
  const tie = { communityId: yanxi, homeId: mine.homeId, tieId: home.ties[0]!.tieId }
  await stage.act('owner', 'home.represent', tie, stage.daysAgo(15))
  await stage.act(
    'communityWorker',
    'person.reveal',
    { ...tie, purpose: 'contact' },
    stage.daysAgo(6, 15, 40),
  )
  await stage.act('owner', 'me.update', { largeType: 'system' }, stage.daysAgo(5))
}
