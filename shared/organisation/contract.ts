import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { day, id, text } from '../kernel/fields'

export const organisationKinds = ['department', 'property', 'unit'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

const engagement = z.object({
  engagementId: id,
  communityId: id,
  community: z.string(),
  compoundId: z.nullable(id),
  compound: z.nullable(z.string()),
  from: day,
  to: z.nullable(day),
})

export const organisation = {
  'organisation.list': endpoint({
    method: 'GET',
    path: '/api/subdistricts/{subdistrictId}/organisations',
    input: z.strictObject({ subdistrictId: id }),
    output: z.object({
      items: z.array(
        z.object({
          organisationId: id,
          name: z.string(),
          kind: z.enum(organisationKinds),
          engagements: z.array(engagement),
        }),
      ),
    }),
  }),
  'organisation.add': endpoint({
    method: 'POST',
    path: '/api/subdistricts/{subdistrictId}/organisations',
    input: z.strictObject({ subdistrictId: id, id, name: text(60), kind: z.enum(organisationKinds) }),
    output: z.object({ id }),
    refusals: ['name_taken', 'id_taken'],
  }),
  'organisation.engage': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/engagements',
    input: z.strictObject({
      communityId: id,
      id,
      organisationId: id,
      compoundId: z.nullable(id),
      from: day,
      to: z.nullable(day),
    }),
    output: z.object({ id }),
    refusals: ['id_taken', 'organisation_unknown', 'days_reversed', 'engaged_already'],
  }),
  'organisation.disengage': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/engagements/{engagementId}/end',
    input: z.strictObject({ communityId: id, engagementId: id }),
    output: z.object({ to: day }),
    refusals: ['engagement_ended'],
  }),
  /** What was given to the organisations the caller works for, in every community at once. */
  'organisation.mine': endpoint({
    method: 'GET',
    path: '/api/engagements',
    input: z.strictObject({}),
    output: z.object({
      items: z.array(
        z.object({
          organisationId: id,
          organisation: z.string(),
          kind: z.enum(organisationKinds),
          engagements: z.array(engagement),
        }),
      ),
    }),
  }),
}
