import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, day, id, instant, page } from '../kernel/fields'
import { careEndReasons, visitNeeds, visitOutcomes } from './states'

const all = '/api/c/{communityId}/care' as const
const link = '/api/c/{communityId}/care/links/{linkId}' as const
const c = { communityId: id }
/** Of homes that somebody lives in; how many stand empty beside them. */
const counts = { homes: z.int(), covered: z.int(), visited: z.int(), empty: z.int() }
const load = z.object({ homes: z.int(), members: z.int() })
/** Members without a home to look after are of load 0; how many members carry how many homes. */
const loads = z.array(load)
/** At most so many homes for a member; what is left goes to those on the owners' committees. */
const atMost = z.optional(z.int().check(z.minimum(1), z.maximum(100, '最多 100 户')))

export const care = {
  /** Coverage by building, and load. */
  'care.buildings': endpoint({
    method: 'GET',
    path: all,
    input: z.strictObject(c),
    output: z.object({
      total: z.object({ ...counts, members: z.int() }),
      loads,
      items: z.array(z.object({ buildingId: id, compound: z.string(), name: z.string(), ...counts })),
    }),
  }),
  /** One building as a grid of its homes. */
  'care.building': endpoint({
    method: 'GET',
    path: `${all}/buildings/{buildingId}`,
    input: z.strictObject({ ...c, buildingId: id }),
    output: z.object({
      buildingId: id,
      compound: z.string(),
      name: z.string(),
      homes: z.array(
        z.object({
          homeId: id,
          entrance: z.nullable(z.string()),
          number: z.string(),
          linkId: z.nullable(id),
          checkinId: z.nullable(id),
          /** Who looks after it. */
          member: z.nullable(z.string()),
          /** Nobody lives there any more: the tie that ended with it, by which it is undone. */
          emptyLinkId: z.nullable(id),
          /** By whoever looked after it then. */
          lastVisit: z.nullable(day),
          lastOutcome: z.nullable(z.enum(visitOutcomes)),
        }),
      ),
    }),
  }),
  /** Members with their load, the lightest first. */
  'care.members': endpoint({
    method: 'GET',
    path: `${all}/members`,
    input: z.strictObject({ ...c, after: z.optional(cursor) }),
    output: page(
      z.object({
        checkinId: id,
        name: z.string(),
        building: z.nullable(z.string()),
        onCommittee: z.boolean(),
        homes: z.int(),
        visits: z.int(),
      }),
    ),
  }),
  /** Who might look after each home that has nobody: even, and as near as can be. Writes nothing. */
  'care.propose': endpoint({
    method: 'GET',
    path: `${all}/proposal`,
    input: z.strictObject({
      ...c,
      atMost: z.optional(z.string().check(z.regex(/^[1-9]\d?$|^100$/, '1 到 100 户'))),
    }),
    output: z.object({
      /** Names this very proposal; `care.accept` takes it only while nothing has changed. */
      digest: z.string(),
      homes: z.int(),
      members: z.int(),
      same: z.int(),
      neighbour: z.int(),
      far: z.int(),
      /** Homes that would still have nobody: without any member, or above `atMost`. */
      left: z.int(),
      loads,
      buildings: z.array(
        z.object({
          buildingId: id,
          compound: z.string(),
          name: z.string(),
          homes: z.int(),
          same: z.int(),
          neighbour: z.int(),
          far: z.int(),
        }),
      ),
      /** The first twenty links of it, to look at. */
      sample: z.array(z.object({ homeId: id, home: z.string(), checkinId: id, member: z.string() })),
    }),
    refusals: ['nobody_to_care'],
  }),
  'care.accept': endpoint({
    method: 'POST',
    path: `${all}/proposal`,
    input: z.strictObject({ ...c, digest: z.string().check(z.regex(/^[0-9a-f]{64}$/, '编号不对')), atMost }),
    output: z.object({ links: z.int() }),
    refusals: ['nobody_to_care', 'proposal_outdated'],
  }),
  /** One home by hand. Whoever looked after it before no longer does. */
  'care.assign': endpoint({
    method: 'POST',
    path: `${all}/links`,
    input: z.strictObject({ ...c, id, homeId: id, checkinId: id }),
    output: z.object({ id }),
    refusals: ['id_taken', 'checkin_elsewhere', 'home_not_in_community', 'home_no_dwelling', 'cared_already'],
  }),
  'care.end': endpoint({
    method: 'POST',
    path: `${link}/end`,
    input: z.strictObject({ ...c, linkId: id, reason: z.enum(careEndReasons) }),
    output: z.object({ to: day }),
    refusals: ['care_ended'],
  }),
  /** A home that stood empty is lived in again, and waits for somebody. */
  'care.movedIn': endpoint({
    method: 'POST',
    path: `${link}/moved-in`,
    input: z.strictObject({ ...c, linkId: id }),
    output: z.object({ from: day }),
    refusals: ['care_not_empty'],
  }),
  /** The homes the caller looks after. */
  'care.mine': endpoint({
    method: 'GET',
    path: '/api/care',
    input: z.strictObject({}),
    output: z.object({
      items: z.array(
        z.object({
          communityId: id,
          linkId: id,
          homeId: id,
          home: z.string(),
          since: day,
          lastVisit: z.nullable(day),
          lastOutcome: z.nullable(z.enum(visitOutcomes)),
          lastNeeds: z.array(z.enum(visitNeeds)),
          visits: z.int(),
        }),
      ),
    }),
  }),
  'care.visit': endpoint({
    method: 'POST',
    path: `${link}/visits`,
    input: z.strictObject({
      ...c,
      linkId: id,
      id,
      day,
      outcome: z.enum(visitOutcomes),
      needs: z.array(z.enum(visitNeeds)).check(z.maxLength(visitNeeds.length)),
    }),
    output: z.object({ id }),
    refusals: ['id_taken', 'care_ended', 'visit_ahead', 'visit_before', 'needs_missing'],
  }),
  /** Visits to one home, the last first: for its member and the community's workers. */
  'care.visits': endpoint({
    method: 'GET',
    path: `${link}/visits`,
    input: z.strictObject({ ...c, linkId: id }),
    output: z.object({
      home: z.string(),
      items: z.array(
        z.object({
          visitId: id,
          day,
          at: instant,
          outcome: z.enum(visitOutcomes),
          needs: z.array(z.enum(visitNeeds)),
          member: z.string(),
        }),
      ),
    }),
  }),
}
