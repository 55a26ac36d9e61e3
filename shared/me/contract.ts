import { z } from 'zod/mini'
import { claimView } from '../claim/contract'
import { endpoint } from '../kernel/endpoint'
import { day, id, instant, text } from '../kernel/fields'
import { scopes } from '../role/roles'

const path = z.object({
  districtId: z.optional(id),
  subdistrictId: z.optional(id),
  communityId: z.optional(id),
  compoundId: z.optional(id),
  gridId: z.optional(id),
  buildingId: z.optional(id),
  entranceId: z.optional(id),
  homeId: z.optional(id),
  organisationId: z.optional(id),
})

/** A role held today, with the path that the shared policy judges by, so that screens show only what may be done. */
const held = z.object({
  role: z.string(),
  roleName: z.string(),
  scope: z.enum(scopes),
  scopeName: z.string(),
  path,
  communities: z.array(z.object({ communityId: id, name: z.string() })),
  from: day,
  to: z.nullable(day),
})

export const largeTypes = ['system', 'on', 'off'] as const

export const me = {
  'me.get': endpoint({
    method: 'GET',
    path: '/api/me',
    input: z.strictObject({}),
    output: z.object({
      personId: id,
      sessionId: id,
      name: z.nullable(z.string()),
      phone: z.nullable(z.string()),
      largeType: z.enum(largeTypes),
      roles: z.array(held),
      claims: z.array(claimView),
    }),
  }),
  'me.update': endpoint({
    method: 'POST',
    path: '/api/me',
    input: z.strictObject({ largeType: z.enum(largeTypes) }),
    output: z.object({ largeType: z.enum(largeTypes) }),
  }),
  'me.phone': endpoint({
    method: 'POST',
    path: '/api/me/phone',
    input: z.strictObject({ code: text(200) }),
    output: z.object({ phone: z.string(), bound: z.array(z.string()) }),
    refusals: ['phone_code_spent', 'phone_of_another', 'wechat_unreachable'],
  }),
  'me.export': endpoint({
    method: 'GET',
    path: '/api/me/export',
    input: z.strictObject({}),
    output: z.object({
      exportedAt: instant,
      person: z.looseObject({ personId: id }),
      homes: z.array(z.looseObject({})),
      roles: z.array(z.looseObject({})),
      claims: z.array(z.looseObject({})),
      photos: z.array(z.looseObject({})),
      whistles: z.array(z.looseObject({})),
      /** What was written down for them when they rang. */
      calls: z.array(z.looseObject({})),
      notes: z.array(z.looseObject({})),
      surveys: z.array(z.looseObject({})),
      inbox: z.array(z.looseObject({})),
      exports: z.array(z.looseObject({})),
      /** Rounds that they walked, with every tick, and what they found and wrote. */
      patrols: z.object({
        rounds: z.array(z.looseObject({})),
        ticks: z.array(z.looseObject({})),
        notes: z.array(z.looseObject({})),
        findings: z.array(z.looseObject({})),
        looks: z.array(z.looseObject({})),
        photos: z.array(z.looseObject({})),
        exports: z.array(z.looseObject({})),
      }),
      /** At meetings: where one was, to what invited by name, what one asked for, objected to, did and pledged. */
      meetings: z.object({
        attendances: z.array(z.looseObject({})),
        invitations: z.array(z.looseObject({})),
        standing: z.array(z.looseObject({})),
        amendments: z.array(z.looseObject({})),
        objections: z.array(z.looseObject({})),
        progress: z.array(z.looseObject({})),
        pledges: z.array(z.looseObject({})),
      }),
      /** Of checking in as a Party member: consent, slips, profiles, service, home care, yearly records. */
      checkins: z.object({
        consents: z.array(z.looseObject({})),
        slips: z.array(z.looseObject({})),
        checkins: z.array(z.looseObject({})),
        takings: z.array(z.looseObject({})),
        services: z.array(z.looseObject({})),
        homes: z.array(z.looseObject({})),
        visits: z.array(z.looseObject({})),
        records: z.array(z.looseObject({})),
      }),
      /** Of a compound's money: what one asked about it, asked for and approved; leases and waiting of one's homes, with the plate. */
      money: z.object({
        questions: z.array(z.looseObject({})),
        spendings: z.array(z.looseObject({})),
        approvals: z.array(z.looseObject({})),
        leases: z.array(z.looseObject({})),
        waits: z.array(z.looseObject({})),
      }),
      sessions: z.array(z.looseObject({})),
      record: z.array(z.looseObject({})),
    }),
  }),
  'me.erase': endpoint({
    method: 'POST',
    path: '/api/me/erase',
    input: z.strictObject({ confirm: text(10) }),
    output: z.object({ erased: z.literal(true) }),
    refusals: ['erase_unconfirmed'],
  }),
}
