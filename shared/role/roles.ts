/** Every role, over what it is held, how far its rows reach in the database, and who grants it. */
export const scopes = [
  'district',
  'subdistrict',
  'community',
  'grid',
  'compound',
  'building',
  'entrance',
  'home',
  'organisation',
] as const
export type Scope = (typeof scopes)[number]

export interface RoleWords {
  readonly name: string
  readonly scope: Scope
  /** Which rows Postgres shows: of the whole community, of the compound, of the building, of what was given to the organisation. */
  readonly reach: 'communities' | 'compound' | 'building' | 'own' | 'organisation'
  readonly grantedBy: readonly string[]
}

export const roles = {
  owner: { name: '业主', scope: 'home', reach: 'compound', grantedBy: [] },
  tenant: { name: '租户', scope: 'home', reach: 'compound', grantedBy: [] },
  entranceLead: {
    name: '单元长',
    scope: 'entrance',
    reach: 'building',
    grantedBy: ['communityWorker', 'subdistrictOfficer'],
  },
  buildingLead: {
    name: '楼栋长',
    scope: 'building',
    reach: 'building',
    grantedBy: ['communityWorker', 'subdistrictOfficer'],
  },
  gridWorker: {
    name: '网格员',
    scope: 'grid',
    reach: 'communities',
    grantedBy: ['communityWorker', 'subdistrictOfficer'],
  },
  communityWorker: {
    name: '社区工作者',
    scope: 'community',
    reach: 'communities',
    grantedBy: ['subdistrictOfficer', 'districtOfficer'],
  },
  responder: {
    name: '经办人',
    scope: 'organisation',
    reach: 'organisation',
    grantedBy: ['subdistrictOfficer', 'districtOfficer'],
  },
  committeeMember: {
    name: '业委会委员',
    scope: 'compound',
    reach: 'compound',
    grantedBy: ['communityWorker', 'subdistrictOfficer'],
  },
  committeeDirector: {
    name: '业委会主任',
    scope: 'compound',
    reach: 'compound',
    grantedBy: ['communityWorker', 'subdistrictOfficer'],
  },
  branchSecretary: {
    name: '小区党支部书记',
    scope: 'compound',
    reach: 'compound',
    grantedBy: ['communityWorker', 'subdistrictOfficer'],
  },
  bookkeeper: {
    name: '小区记账员',
    scope: 'compound',
    reach: 'compound',
    grantedBy: ['communityWorker', 'subdistrictOfficer'],
  },
  liaison: {
    name: '单位党组织联络员',
    scope: 'organisation',
    reach: 'organisation',
    grantedBy: ['subdistrictOfficer', 'districtOfficer'],
  },
  supervisor: {
    name: '监察人',
    scope: 'compound',
    reach: 'compound',
    grantedBy: ['communityWorker', 'subdistrictOfficer'],
  },
  subdistrictOfficer: {
    name: '街道工作人员',
    scope: 'subdistrict',
    reach: 'communities',
    grantedBy: ['districtOfficer'],
  },
  districtOfficer: {
    name: '区工作人员',
    scope: 'district',
    reach: 'communities',
    grantedBy: ['districtOfficer'],
  },
} as const satisfies Record<string, RoleWords>

export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as Role[]

/** Owners and tenants are so by the roll of homes, not by a grant. */
export type GrantedRole = Exclude<Role, 'owner' | 'tenant'>
export const grantedRoles = roleNames.filter((r): r is GrantedRole => roles[r].grantedBy.length > 0)

export const mayGrant = (granter: Role, granted: Role): boolean =>
  (roles[granted].grantedBy as readonly string[]).includes(granter)
