import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, day, id, mobile, page, text } from '../kernel/fields'
import { homeKinds } from '../place/modes'

export const tieKinds = ['owner', 'tenant'] as const
export type TieKind = (typeof tieKinds)[number]

const face = {
  homeId: id,
  communityId: id,
  compoundId: id,
  buildingId: id,
  entranceId: z.nullable(id),
  /** 9栋1单元701 */
  label: z.string(),
  compound: z.string(),
  kind: z.enum(homeKinds),
  areaCentiares: z.int(),
}

export const tie = z.object({
  tieId: id,
  personId: z.nullable(id),
  kind: z.enum(tieKinds),
  name: z.nullable(z.string()),
  /** Masked; the whole number is seen through person.reveal, on the record. */
  phone: z.nullable(z.string()),
  from: day,
  to: z.nullable(day),
  representative: z.boolean(),
  /** Has signed in with the app. */
  bound: z.boolean(),
})

export const home = {
  'home.list': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/homes',
    input: z.strictObject({
      communityId: id,
      compoundId: z.optional(id),
      buildingId: z.optional(id),
      /** A piece of the label or the number. */
      find: z.optional(text(20)),
      after: z.optional(cursor),
    }),
    output: page(z.object({ ...face, ties: z.int(), bound: z.boolean() })),
  }),
  'home.get': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/homes/{homeId}',
    input: z.strictObject({ communityId: id, homeId: id }),
    output: z.object({ ...face, community: z.string(), ties: z.array(tie) }),
  }),
  'home.addTie': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/homes/{homeId}/ties',
    input: z.strictObject({
      communityId: id,
      homeId: id,
      id,
      kind: z.enum(tieKinds),
      name: text(30),
      phone: z.nullable(mobile),
      from: day,
      to: z.nullable(day),
    }),
    output: z.object({ id }),
    refusals: ['id_taken', 'days_reversed'],
  }),
  'home.endTie': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/homes/{homeId}/ties/{tieId}/end',
    input: z.strictObject({ communityId: id, homeId: id, tieId: id, to: day }),
    output: z.object({ to: day }),
    refusals: ['tie_ended', 'days_reversed'],
  }),
  'home.represent': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/homes/{homeId}/ties/{tieId}/represent',
    input: z.strictObject({ communityId: id, homeId: id, tieId: id }),
    output: z.object({ representative: z.literal(true) }),
    refusals: ['tie_ended', 'owners_represent'],
  }),
}
