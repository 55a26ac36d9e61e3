import type { EndpointName, Output } from '../../../shared/contract'
import { endpointNames } from '../../../shared/contract'
import { permissions } from '../../../shared/permissions'
import { type GrantedRole, grantedRoles, type Role, roles, type Scope } from '../../../shared/role/roles'
import { acts } from '../../../shared/words'

type Held = Output<'me.get'>['roles'][number]
type Tree = Output<'place.tree'>

export interface Option {
  value: string
  label: string
  hint?: string
}

export const scopeWords: Record<Scope, string> = {
  district: '区',
  subdistrict: '街道',
  community: '社区',
  grid: '网格',
  compound: '小区',
  building: '楼栋',
  entrance: '单元',
  home: '户',
  organisation: '单位',
}

const grants = (held: Held, granted: GrantedRole) =>
  (roles[granted].grantedBy as readonly string[]).includes(held.role)

/** The district that the reader works for by their role. */
export const districtOf = (held: readonly Held[]): Option | undefined => {
  const mine = held.find((h) => h.scope === 'district')
  const id = mine?.path.districtId
  return mine && id !== undefined ? { value: id, label: mine.scopeName } : undefined
}

/** The subdistrict that the reader works for by their role. */
export const subdistrictOf = (held: readonly Held[]): string | undefined =>
  held.find((h) => h.scope === 'subdistrict')?.path.subdistrictId

/** What somebody with these roles may grant anywhere. */
export const grantable = (held: readonly Held[]): GrantedRole[] =>
  grantedRoles.filter((granted) => held.some((h) => grants(h, granted)))

/** Whether this grant is one the reader may take back. */
export const mayRevoke = (held: readonly Held[], granted: GrantedRole, communityId: string | null): boolean =>
  held.some(
    (h) =>
      grants(h, granted) &&
      (communityId === null || h.communities.some((c) => c.communityId === communityId)),
  )

/** Whether an officer of the district gives this one, and so must say first in which subdistrict. */
export const givenFromDistrict = (held: readonly Held[], granted: GrantedRole): boolean =>
  held.some((h) => h.scope === 'district' && grants(h, granted))

/** The communities in which somebody with these roles may grant this one. */
export function communitiesFor(held: readonly Held[], granted: GrantedRole): Option[] {
  const found = new Map<string, Option>()
  for (const h of held)
    if (grants(h, granted))
      for (const c of h.communities) found.set(c.communityId, { value: c.communityId, label: c.name })
  return [...found.values()]
}

/** The places of one community that a role can be held over. */
export function scopesIn(tree: Tree, scope: Scope): Option[] {
  switch (scope) {
    case 'community':
      return [{ value: tree.communityId, label: tree.name }]
    case 'grid':
      return tree.grids.map((g) => ({ value: g.gridId, label: g.name }))
    case 'compound':
      return tree.compounds.map((c) => ({ value: c.compoundId, label: c.name }))
    case 'building':
      return tree.compounds.flatMap((c) =>
        c.buildings.map((b) => ({ value: b.buildingId, label: b.name, hint: c.name })),
      )
    case 'entrance':
      return tree.compounds.flatMap((c) =>
        c.buildings.flatMap((b) =>
          b.entrances.map((e) => ({ value: e.entranceId, label: `${b.name}${e.name}`, hint: c.name })),
        ),
      )
    default:
      return []
  }
}

/** What a role lets somebody do, as the one table says, in words. */
export const actsOf = (role: Role): string[] =>
  endpointNames
    .filter((name: EndpointName) => {
      const who = permissions[name]
      return who !== 'anyone' && who !== 'signedIn' && who.includes(role)
    })
    .map((name) => acts[name])
