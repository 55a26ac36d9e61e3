import fc from 'fast-check'
import { endpointNames } from '../../shared/contract'
import { judge, may, permissions } from '../../shared/permissions'
import { type Caller, covers, type HeldRole, type PlacePath, touches } from '../../shared/role/caller'
import { grantsOver } from '../../shared/role/policy'
import { grantedRoles, mayGrant, type Role, roleNames, roles, scopes } from '../../shared/role/roles'

const caller = (...held: HeldRole[]): Caller => ({ personId: 'p', sessionId: 's', roles: held })

// one small world: where each scope lies
const within: Record<string, PlacePath> = {
  district: { districtId: 'd' },
  subdistrict: { districtId: 'd', subdistrictId: 's' },
  community: { communityId: 'c' },
  grid: { communityId: 'c', gridId: 'g' },
  compound: { communityId: 'c', compoundId: 'p' },
  building: { communityId: 'c', compoundId: 'p', buildingId: 'b' },
  entrance: { communityId: 'c', compoundId: 'p', buildingId: 'b', entranceId: 'e' },
  home: { communityId: 'c', compoundId: 'p', buildingId: 'b', entranceId: 'e', homeId: 'h' },
  organisation: { organisationId: 'o' },
}
const held = (role: Role): HeldRole => ({ role, path: within[roles[role].scope]!, communities: ['c'] })
const home: PlacePath = { ...within.home, gridId: 'g' }

describe('a role', () => {
  test.each(roleNames)('%s touches what it is held over, and what lies in it', (role) => {
    expect(touches(held(role), { ...within[roles[role].scope], communityId: 'c' })).toBe(true)
    expect(touches(held(role), home)).toBe(true)
    expect(covers(held(role), home)).toBe(roles[role].scope !== 'organisation')
  })

  test.each(roleNames)('%s touches nothing of another community', (role) => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(home) as (keyof PlacePath)[]), (levels) => {
        const place = Object.fromEntries(levels.map((l) => [l, home[l]]))
        expect(touches(held(role), { ...place, communityId: 'other' })).toBe(false)
      }),
    )
  })

  test.each([
    ['gridWorker', 'gridId'],
    ['committeeDirector', 'compoundId'],
    ['buildingLead', 'buildingId'],
    ['entranceLead', 'entranceId'],
    ['owner', 'homeId'],
  ] as const)('%s touches no other %s of its own community', (role, level) => {
    expect(touches(held(role), { ...home, [level]: 'other' })).toBe(false)
    expect(touches(held(role), { ...home, [level]: undefined })).toBe(true)
  })

  test('below a subdistrict touches nothing above communities, nor an officer another subdistrict', () => {
    for (const role of roleNames)
      expect([role, touches(held(role), { districtId: 'd', subdistrictId: 's' })]).toEqual([
        role,
        ['subdistrictOfficer', 'districtOfficer'].includes(role),
      ])
    expect(touches(held('subdistrictOfficer'), { districtId: 'd', subdistrictId: 'other' })).toBe(false)
    expect(touches(held('districtOfficer'), { districtId: 'd', subdistrictId: 'other' })).toBe(true)
    expect(touches(held('districtOfficer'), { districtId: 'other', subdistrictId: 's' })).toBe(false)
    expect(touches(held('subdistrictOfficer'), { districtId: 'd' })).toBe(false)
  })
})

describe('the table of roles', () => {
  test('lets nobody grant a role to their own level or above, but for districts', () => {
    const level = (r: Role) => scopes.indexOf(roles[r].scope)
    for (const granter of roleNames)
      for (const granted of roleNames)
        if (mayGrant(granter, granted) && granted !== 'districtOfficer')
          expect([granter, granted, level(granter) < level(granted)]).toEqual([granter, granted, true])
    expect(roleNames.filter((r) => mayGrant(r, 'districtOfficer'))).toEqual(['districtOfficer'])
  })

  test('has owners and tenants by the roll alone, and every other role by a grant', () => {
    expect(roleNames.filter((r) => !grantedRoles.includes(r as never))).toEqual(['owner', 'tenant'])
  })

  test.each(grantedRoles)('%s is granted only over the granter’s own place', (granted) => {
    const place = {
      ...within[roles[granted].scope],
      ...(roles[granted].scope === 'organisation' && within.subdistrict),
    }
    delete (place as PlacePath).organisationId
    for (const granter of roleNames)
      expect([granter, grantsOver(caller(held(granter)), granted, place)]).toEqual([
        granter,
        mayGrant(granter, granted),
      ])
    const elsewhere = Object.fromEntries(Object.keys(place).map((k) => [k, 'other']))
    for (const granter of roleNames)
      expect([granter, grantsOver(caller(held(granter)), granted, elsewhere)]).toEqual([granter, false])
  })
})

describe('the table of permissions', () => {
  const judged = endpointNames.filter((n) => Array.isArray(permissions[n]))
  test.each(judged)(
    '%s over a home is for the roles it names, and tells others of that community no',
    (name) => {
      for (const role of roleNames) {
        const allowed = (permissions[name] as readonly Role[]).includes(role)
        expect([role, judge(caller(held(role)), name, home)]).toEqual([
          role,
          allowed ? undefined : 'forbidden',
        ])
        expect(may(caller(held(role)), name, home)).toBe(allowed)
      }
    },
  )
  test.each(judged)('%s in a community one has nothing to do with is not found, for everybody', (name) => {
    for (const role of roleNames)
      expect(judge(caller(held(role)), name, { communityId: 'other' })).toBe('not_found')
    expect(judge(caller(), name, { communityId: 'c' })).toBe('not_found')
  })
  test('what one holds in two places is not mixed: the lead of one building is none of another', () => {
    const two = caller(held('owner'), {
      ...held('buildingLead'),
      path: { ...within.building, buildingId: 'mine' },
    })
    expect(judge(two, 'person.reveal', home)).toBe('forbidden')
    expect(judge(two, 'person.reveal', { ...home, buildingId: 'mine' })).toBeUndefined()
  })
})
