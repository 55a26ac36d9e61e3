import type { Role } from './roles'

/** Where something is, as far down as it is known. */
export interface PlacePath {
  districtId?: string
  subdistrictId?: string
  communityId?: string
  compoundId?: string
  gridId?: string
  buildingId?: string
  entranceId?: string
  homeId?: string
  organisationId?: string
}

/** A role somebody holds today, and over what: `path` names the scope and all levels above it within the community. */
export interface HeldRole {
  role: Role
  path: PlacePath
  /** Communities that the scope lies in or covers. */
  communities: readonly string[]
}

/** Who asks. */
export interface Caller {
  personId: string
  sessionId: string
  roles: readonly HeldRole[]
}

const levels = ['compoundId', 'gridId', 'buildingId', 'entranceId', 'homeId', 'organisationId'] as const

/** The role's scope and the place touch: every level that both name agrees. */
export function touches(held: HeldRole, place: PlacePath): boolean {
  if (place.communityId !== undefined) {
    if (!held.communities.includes(place.communityId)) return false
  } else if (place.subdistrictId !== undefined || place.districtId !== undefined) {
    // a place above communities is touched only by a role over it or over what it lies in
    if (held.path.communityId !== undefined || held.path.organisationId !== undefined) return false
    const level = held.path.subdistrictId !== undefined ? 'subdistrictId' : 'districtId'
    if (held.path[level] !== place[level]) return false
  }
  return levels.every(
    (l) => held.path[l] === undefined || place[l] === undefined || held.path[l] === place[l],
  )
}

/** The role's scope holds the whole place: all that the role names, the place names too. */
export const covers = (held: HeldRole, place: PlacePath): boolean =>
  touches(held, place) && levels.every((l) => held.path[l] === undefined || held.path[l] === place[l])

/** The communities of which the caller may know that something exists. */
export const knows = (caller: Caller, communityId: string): boolean =>
  caller.roles.some((r) => r.communities.includes(communityId))
