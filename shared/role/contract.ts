import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, day, id, mobile, page } from '../kernel/fields'
import { grantedRoles, scopes } from './roles'

const grantable = z.enum(grantedRoles)
const grantView = z.object({
  grantId: id,
  personId: id,
  name: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  role: grantable,
  scope: z.enum(scopes),
  scopeId: id,
  scopeName: z.string(),
  communityId: z.nullable(id),
  from: day,
  to: z.nullable(day),
})

export const role = {
  /** Who holds what over a place: of a community, or of a subdistrict with all in it. */
  'role.list': endpoint({
    method: 'GET',
    path: '/api/roles',
    input: z.strictObject({
      communityId: z.optional(id),
      subdistrictId: z.optional(id),
      after: z.optional(cursor),
    }),
    output: page(grantView),
    refusals: ['place_missing'],
  }),
  'role.grant': endpoint({
    method: 'POST',
    path: '/api/roles',
    input: z.strictObject({
      id,
      /** The number the person bound with the platform; or somebody the granter already sees. */
      phone: z.optional(mobile),
      personId: z.optional(id),
      role: grantable,
      scopeId: id,
      communityId: z.nullable(id),
      from: day,
      to: z.nullable(day),
    }),
    output: z.object({ id }),
    refusals: ['id_taken', 'person_unknown', 'person_missing', 'role_upwards', 'days_reversed', 'role_held'],
  }),
  'role.revoke': endpoint({
    method: 'POST',
    path: '/api/roles/{grantId}/revoke',
    input: z.strictObject({ grantId: id }),
    output: z.object({ to: day }),
    refusals: ['role_ended', 'role_upwards'],
  }),
}
