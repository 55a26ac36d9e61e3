import { type Caller, type PlacePath, touches } from './caller'
import { type GrantedRole, mayGrant } from './roles'

/** Somebody may grant or take back a role whose own role covers the place and stands above it. */
export const grantsOver = (caller: Caller, granted: GrantedRole, place: PlacePath): boolean =>
  caller.roles.some((held) => mayGrant(held.role, granted) && touches(held, place))
