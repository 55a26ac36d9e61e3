import type { EndpointName } from './contract'
import { type Caller, knows, type PlacePath, touches } from './role/caller'
import type { Role } from './role/roles'

/** anyone: without a session. signedIn: whoever has one; the rows decide. Else the roles, over the place in question. */
export type Who = 'anyone' | 'signedIn' | readonly Role[]

const officers = ['subdistrictOfficer', 'districtOfficer'] as const
const workers = ['communityWorker', ...officers] as const
const fieldWorkers = ['gridWorker', ...workers] as const
const leads = ['entranceLead', 'buildingLead'] as const
const compoundRoles = ['committeeMember', 'committeeDirector', 'branchSecretary', 'supervisor'] as const
const organisationRoles = ['responder', 'liaison'] as const
const residents = ['owner', 'tenant'] as const
const everyRole = [...residents, ...leads, ...compoundRoles, ...organisationRoles, ...fieldWorkers] as const

/** What each role may do: the one table by which every endpoint is judged. `docs/ROLES.md` is made from it. */
export const permissions: Record<EndpointName, Who> = {
  'house.health': 'anyone',
  'house.openapi': 'anyone',

  'session.persons': 'anyone',
  'session.demo': 'anyone',
  'session.wechat': 'anyone',
  'session.list': 'signedIn',
  'session.end': 'signedIn',

  'me.get': 'signedIn',
  'me.update': 'signedIn',
  'me.phone': 'signedIn',
  'me.export': 'signedIn',
  'me.erase': 'signedIn',

  // names of places and numbers of homes, to claim one: they tell nothing about who lives there
  'place.directory': 'signedIn',
  'place.scan': 'signedIn',
  'place.tree': everyRole,
  'place.get': everyRole,
  'place.codes': workers,
  'place.subdistricts': officers,
  'place.figures': officers,
  'place.addCommunity': officers,
  'place.addCompound': workers,
  'place.setManagement': workers,
  'place.addBuilding': workers,
  'place.addHome': workers,
  'place.addGrid': workers,
  'place.join': workers,
  'place.split': workers,

  'organisation.list': officers,
  'organisation.add': officers,
  'organisation.engage': workers,
  'organisation.disengage': workers,
  'organisation.mine': organisationRoles,

  'home.list': [...leads, ...fieldWorkers],
  'home.get': [...residents, ...leads, ...fieldWorkers],
  'home.addTie': fieldWorkers,
  'home.endTie': fieldWorkers,
  'home.represent': ['owner', ...workers],

  'roll.upload': ['communityWorker'],
  'roll.preview': ['communityWorker'],
  'roll.get': ['communityWorker'],
  'roll.import': ['communityWorker'],

  // whoever has a session may say where they live; somebody who knows the building decides
  'claim.submit': 'signedIn',
  'claim.withdraw': 'signedIn',
  'claim.list': [...leads, 'gridWorker', 'communityWorker'],
  'claim.decide': [...leads, 'gridWorker', 'communityWorker'],

  'role.list': workers,
  'role.grant': workers,
  'role.revoke': workers,

  'person.reveal': [...leads, 'gridWorker', 'communityWorker'],

  'record.list': workers,
  'record.mine': 'signedIn',
}

/** Judges a caller over a place: undefined if allowed. What lies in a community unknown to the caller is not found. */
export function judge(
  caller: Caller,
  name: EndpointName,
  place: PlacePath,
): 'not_found' | 'forbidden' | undefined {
  const who = permissions[name]
  if (who === 'anyone' || who === 'signedIn') return undefined
  if (caller.roles.some((held) => who.includes(held.role) && touches(held, place))) return undefined
  if (place.communityId !== undefined && !knows(caller, place.communityId)) return 'not_found'
  return 'forbidden'
}

/** In which role somebody does a thing that they may do; what they are there, where anybody may. */
export function roleFor(caller: Caller, name: EndpointName, place: PlacePath): Role | undefined {
  const who = permissions[name]
  return caller.roles.find(
    (held) => (typeof who === 'string' || who.includes(held.role)) && touches(held, place),
  )?.role
}

/** For screens: may this be offered anywhere in the place? */
export const may = (caller: Caller, name: EndpointName, place: PlacePath = {}): boolean =>
  judge(caller, name, place) === undefined
