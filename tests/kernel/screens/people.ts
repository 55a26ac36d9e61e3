import type { Output } from '../../../shared/contract'
import { type Role, roles } from '../../../shared/role/roles'

type Me = Output<'me.get'>
type Held = Me['roles'][number]

/** An id that reads as what it is. */
export const idOf = (kind: number, n: number): string =>
  `0199${String(kind).padStart(4, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`

export const salt = { communityId: idOf(1, 1), name: '盐溪社区' }
export const hong = { communityId: idOf(1, 2), name: '弘运社区' }
export const bridge = { compoundId: idOf(2, 1), name: '盐溪桥小区' }
export const house9 = { buildingId: idOf(3, 9), name: '9栋' }
export const door1 = { entranceId: idOf(4, 1), name: '1单元' }
export const home701 = { homeId: idOf(5, 701), label: '9栋1单元701' }

const homePath = {
  communityId: salt.communityId,
  compoundId: bridge.compoundId,
  buildingId: house9.buildingId,
  entranceId: door1.entranceId,
  homeId: home701.homeId,
}

export const held = (role: Role, scopeName: string, path: Held['path'], communities = [salt]): Held => ({
  role,
  roleName: roles[role].name,
  scope: roles[role].scope,
  scopeName,
  path,
  communities,
  from: '2026-03-01',
  to: null,
})

export const meWith = (heldRoles: Held[], more: Partial<Me> = {}): Me => ({
  personId: idOf(9, heldRoles.length + 1),
  sessionId: idOf(8, 1),
  name: null,
  phone: null,
  largeType: 'system',
  roles: heldRoles,
  claims: [],
  ...more,
})

export const newcomer = meWith([])
export const owner = meWith([held('owner', home701.label, homePath)], {
  name: '王阿姨',
  phone: '154****0001',
})
export const buildingLead = meWith([
  held('buildingLead', house9.name, {
    communityId: salt.communityId,
    compoundId: bridge.compoundId,
    buildingId: house9.buildingId,
  }),
])
export const communityWorker = meWith([held('communityWorker', salt.name, { communityId: salt.communityId })])
export const officer = meWith([
  held('subdistrictOfficer', '江畔街道', { districtId: idOf(7, 1), subdistrictId: idOf(6, 1) }, [salt, hong]),
])
export const districtOfficer = meWith([
  held('districtOfficer', '示范区', { districtId: idOf(7, 1) }, [salt, hong]),
])
/** What a district officer is told of the two subdistricts; all communities lie in the first. */
export const twoSubdistricts: Output<'place.subdistricts'> = {
  items: [
    {
      subdistrictId: idOf(6, 1),
      name: '江畔街道',
      district: '示范区',
      communities: 2,
      homes: 1609,
      boundHomes: 212,
      claimsWaiting: 4,
    },
    {
      subdistrictId: idOf(6, 2),
      name: '山前街道',
      district: '示范区',
      communities: 0,
      homes: 0,
      boundHomes: 0,
      claimsWaiting: 0,
    },
  ],
}
export const figuresOf = (
  subdistrictId: string,
  ...communities: { communityId: string; name: string }[]
): Output<'place.figures'> => ({
  subdistrictId,
  name: '江畔街道',
  communities: communities.map((c) => ({
    ...c,
    compounds: 1,
    buildings: 3,
    homes: 120,
    boundHomes: 12,
    claimsWaiting: 0,
    oldestClaimAt: null,
    workers: 2,
  })),
})
export const responder = meWith([
  held('responder', '弘运物业公司', { organisationId: idOf(10, 1) }, [salt, hong]),
])

export const claimOf701 = (more: Partial<Me['claims'][number]> = {}): Me['claims'][number] => ({
  claimId: idOf(11, 1),
  communityId: salt.communityId,
  homeId: home701.homeId,
  compoundId: bridge.compoundId,
  buildingId: house9.buildingId,
  entranceId: door1.entranceId,
  gridId: null,
  label: home701.label,
  compound: bridge.name,
  personId: newcomer.personId,
  name: '小李',
  phone: null,
  kind: 'tenant',
  words: null,
  state: 'submitted',
  submittedAt: '2026-11-21T01:12:00.000Z',
  decidedAt: null,
  reason: null,
  ...more,
})

export const bridgeNow: Output<'place.get'> = {
  compoundId: bridge.compoundId,
  name: bridge.name,
  management: 'selfManaged',
  from: '2019-06-01',
  to: null,
  before: [],
  after: [],
  buildings: [
    { buildingId: house9.buildingId, name: house9.name, gridId: null, homes: 42, entrances: [door1] },
    {
      buildingId: idOf(3, 8),
      name: '8栋',
      gridId: null,
      homes: 28,
      entrances: [{ entranceId: idOf(4, 8), name: '1单元' }],
    },
  ],
  dwellings: 338,
  shops: 37,
  others: 0,
  areaCentiares: 2_734_512,
  keepers: [
    { role: '楼栋长', name: '9栋楼栋长', scopeName: '9栋' },
    { role: '网格员', name: '盐溪第一网格员', scopeName: '第一网格' },
  ],
}

export const saltTree: Output<'place.tree'> = {
  communityId: salt.communityId,
  name: salt.name,
  subdistrict: '江畔街道',
  grids: [],
  compounds: [
    {
      compoundId: bridge.compoundId,
      name: bridge.name,
      management: 'selfManaged',
      from: '2019-06-01',
      buildings: bridgeNow.buildings,
    },
    { compoundId: idOf(2, 2), name: '河坎职工宿舍', management: 'none', from: '2020-01-01', buildings: [] },
  ],
}
