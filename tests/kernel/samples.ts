import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { contract, type EndpointName } from '../../shared/contract'
import { numberOf } from '../../shared/slip/number'
import type { TestApi } from './api'

/** Real things of one community, by the names that inputs call them. */
export type Things = Record<string, string>

interface JsonSchema {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: string[]
  minimum?: number
  minItems?: number
}

/** What the demo has in a community, for an input that names it. */
export async function thingsOf(api: TestApi, community: string): Promise<Things> {
  const [row] = await api.owner<Things>(
    `select c.id as "communityId", c.subdistrict_id as "subdistrictId", h.compound_id as "compoundId", h.building_id as "buildingId",
       h.entrance_id as "entranceId", h.id as "homeId", t.id as "tieId", m.id as "claimId", b.grid_id as "gridId", b.grid_id as "scopeId",
       b.code, g.id as "grantId", e.id as "engagementId", e.organisation_id as "organisationId", l.id as "rollId", s.id as "sessionId",
       h.compound_id as "compoundIds", h.building_id as "buildingIds",
       (select p.id from photo p where p.community_id = c.id and p.state = 'ready' and not is_paper(p.community_id, p.id) order by p.check_state <> 'waiting', p.opened_at limit 1) as "photoId",
       d.whistle_id as "whistleId", d.whistle_id as "whistleIds", d.id as "dispatchId", d.organisation_id as "partyId",
       (select w.id from whistle w where w.community_id = c.id and w.state = 'accepted' order by w.submitted_at limit 1) as "intoId",
       (select i.id from incident i where i.community_id = c.id order by i.opened_at desc limit 1) as "incidentId",
       (select id from person where demo_order = 0) as "personId",
       g2.series_id as "seriesId", x.meeting_id as "meetingId", h.compound_id as "ofId",
       (select i.id from meeting_item i where i.community_id = c.id and i.meeting_id = x.meeting_id order by i.place limit 1) as "itemId",
       (select i.id from meeting_item i where i.community_id = c.id and i.meeting_id = x.meeting_id order by i.place limit 1) as "itemIds",
       (select a.id from meeting_attendance a where a.community_id = c.id and a.meeting_id = x.meeting_id limit 1) as "attendanceId",
       coalesce((select a.id from minutes_amendment a where a.community_id = c.id and a.meeting_id = x.meeting_id limit 1), gen_random_uuid()) as "amendmentId",
       (select o.id from minutes_objection o where o.community_id = c.id and o.meeting_id = x.meeting_id limit 1) as "objectionId",
       v.*, i.*,
       p2.resolution_id as "resolutionId", p2.id as "pledgeId", x.chair_id as "chairId", x.recorder_id as "recorderId", r.*, money.*
     from community c
     join claim m on m.community_id = c.id and m.state = 'submitted'
     join home h on h.community_id = c.id and h.id = m.home_id
     join building b on b.community_id = c.id and b.id = h.building_id
     join home_tie t on t.community_id = c.id and t.home_id = h.id
     join role_grant g on g.community_id = c.id and g.role = 'gridWorker' and g.to_day is null
     join engagement e on e.community_id = c.id
     join roll l on l.community_id = c.id
     cross join lateral (select id from session limit 1) s
     -- a grid that is walked, with something that is still watched there
     cross join lateral (select f.plan_id as "planId", f.version_id as "versionId", f.round_id as "roundId", f.id as "findingId",
       p.grid_id as "walkedGridId", g.person_id as "walkerIds"
       from finding f join patrol_plan p on p.community_id = f.community_id and p.id = f.plan_id
       join role_grant g on g.community_id = p.community_id and g.grid_id = p.grid_id and g.to_day is null
       where f.community_id = c.id and f.state = 'watched' and p.kind = 'grid' order by f.at desc limit 1) r
     -- sent to the property company where there is one, else to the department
     cross join lateral (select d.* from dispatch d join organisation o on o.id = d.organisation_id
       join whistle w on w.community_id = d.community_id and w.id = d.whistle_id
       where d.community_id = c.id and w.compound_id = h.compound_id and w.state = 'dispatched' and d.state = 'current' and d.lead
       order by o.kind desc, d.at limit 1) d
     cross join lateral (select s.id as series_id from series s where s.community_id = c.id and s.to_day is null order by s.made_at limit 1) g2
     -- one whose minutes are published, with all that stands beneath them
     cross join lateral (select o.meeting_id, t.chair_id, t.recorder_id from minutes_objection o
       join meeting t on t.community_id = o.community_id and t.id = o.meeting_id where o.community_id = c.id order by o.at limit 1) x
     cross join lateral (select p.id, p.resolution_id from pledge p where p.community_id = c.id order by p.at limit 1) p2
     -- somebody who checked in from the unit, with all that they took on
     cross join lateral (select k.organisation_id as "unitId", k.slip_id as "slipId", k.id as "checkinId", k.id as "fromId", k.person_id as member,
       a.task_id as "taskId", a.id as "takingId", w.id as "linkId", y.id as "serviceRecordId",
       (select s.id from service s where s.checkin_id = k.id order by s.state <> 'out', s.in_at limit 1) as "serviceId",
       (select j.id from project j where j.community_id = c.id and j.organisation_id = k.organisation_id limit 1) as "projectId",
       (select j.id from project_terms j where j.community_id = c.id order by j.n limit 1) as "termsId",
       (select n.id from community_need n where n.community_id = c.id limit 1) as "needId",
       (select n.id from unit_resource n where n.organisation_id = k.organisation_id limit 1) as "resourceId",
       (select n.id from slip_roster n where n.organisation_id = k.organisation_id limit 1) as "rosterId"
       from checkin k join task_taking a on a.community_id = k.community_id and a.checkin_id = k.id
       join care_link w on w.community_id = k.community_id and w.checkin_id = k.id
       join service_record y on y.community_id = k.community_id and y.checkin_id = k.id
       where k.community_id = c.id and k.state = 'confirmed' order by k.presented_at limit 1) v
     -- books of the compound; a lease and a home in line that are nobody's whom the demo offers, and an advance where there is one
     cross join lateral (select a.id as "accountId", s.id as "statementId", q.id as "questionId", p.id as "spendingId", p.entry_id as "entryId",
         l.id as "leaseId", l.space_id as "spaceId", (select u.id from charge u where u.compound_id = l.compound_id and u.lease_id = l.id limit 1) as "chargeId",
         (select w.id from wait w where w.compound_id = l.compound_id and not exists (select 1 from home_tie y join person n on n.id = y.person_id
           where y.home_id = w.home_id and n.demo_title is not null) order by w.at limit 1) as "waitId",
         coalesce((select f.id from fee f where f.compound_id = l.compound_id limit 1), gen_random_uuid()) as "feeId",
         coalesce((select v.id from advance v where v.compound_id = l.compound_id limit 1), gen_random_uuid()) as "advanceId",
         (select x.id from apportionment x where x.compound_id = l.compound_id limit 1) as "apportionmentId",
         v.photo_id as "voucherId"
       from account a
       join spending p on p.compound_id = a.compound_id and p.account_id = a.id and p.state = 'paid'
       join entry_voucher v on v.compound_id = p.compound_id and v.entry_id = p.entry_id
       join statement_question q on q.compound_id = a.compound_id and q.answered_at is not null
       join statement s on s.compound_id = a.compound_id and s.id = q.statement_id
       join lease l on l.compound_id = a.compound_id and l.kind = 'parking' and not exists (select 1 from home_tie y join person n on n.id = y.person_id
         where y.home_id = l.home_id and n.demo_title is not null)
       where a.community_id = c.id and a.compound_id = h.compound_id and a.key = 'expense.repair' order by p.paid_on, l.id desc limit 1) money
     -- a slip that nobody has presented yet
     cross join lateral (select number as "slipNumber", name as "slipName" from slip where used_at is null and voided_at is null order by issued_at limit 1) i
     where c.name = $1 order by m.submitted_at limit 1`,
    [community],
  )
  if (!row) throw new Error(`the demo has no ${community} with all that is needed`)
  return row
}

const said: Record<string, unknown> = {
  role: 'gridWorker',
  phone: '15410000005',
  from: '2026-11-20',
  to: '2026-11-21',
  confirm: '注销账号',
  code: 'login-somebody',
  decision: 'accept',
  month: '2026-11',
  fromMonth: '2026-11',
  toMonth: '2026-11',
  fromAt: '2026-11-20T08:00:00+08:00',
  resolveBy: '2026-11-20T08:00:00+08:00',
  until: '2026-11-20T08:00:00+08:00',
  startedAt: '2026-11-20T08:00:00+08:00',
  sentAt: '2026-11-20T09:00:00+08:00',
  rhythm: { every: 'day' },
  startsAt: '2030-11-20T08:00:00+08:00',
  seriesDay: '2030-11-20',
  dueOn: '2030-11-20',
  rule: 'FREQ=WEEKLY;BYDAY=MO',
  at: '14:00',
  day: '2026-11-20',
  year: '2026',
  receiptNumber: numberOf(2),
  checkCode: 'ABCDEFGHJK',
  digest: '0'.repeat(64),
  profile: { skills: [], interests: [], free: [], work: { kind: 'none' } },
  inAt: '2026-11-20T08:00:00+08:00',
  outAt: '2026-11-20T09:00:00+08:00',
  on: '2026-11-20',
  occurredOn: '2026-11-20',
  period: '2026-10',
  plate: '渝Z12345',
}

/** An input that the contract takes, made from its schema and real things; teach it here what a new kind of id means. */
export function sampleInput(name: EndpointName, things: Things): Record<string, unknown> {
  const schema = z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  const input: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(schema.properties ?? {})) {
    // of a lease or of a home, never of both
    if (name === 'receipt.due' && key === 'homeId') continue
    // what may be left out is given where there is such a thing
    if (schema.required?.includes(key) || things[key] !== undefined)
      input[key] = sample(name, key, field, things)
  }
  return input
}

const oneOf: Record<string, string> = {
  photoIds: 'photoId',
  spaceIds: 'spaceId',
  chargeIds: 'chargeId',
  maskedPhotoId: 'photoId',
}

function sample(name: EndpointName, key: string, schema: JsonSchema, things: Things): unknown {
  if (key === 'id' || key === 'checkpointId') return randomUUID()
  if (key === 'versionId' && name === 'patrol.add') return randomUUID()
  if (key === 'code' && name === 'place.scan') return things.code
  if (key === 'code' && (name === 'meeting.signIn' || name.startsWith('service.'))) return '000000'
  // of pledges it is a day
  if (key === 'until' && (name === 'resolution.write' || name.startsWith('project.'))) return '2030-11-20'
  if (key === 'number' && name.startsWith('checkin.')) return things.slipNumber ?? numberOf(1)
  if (key === 'name' && name === 'checkin.look') return things.slipName ?? '样子'
  if (key === 'termsId' && name === 'project.offer') return randomUUID()
  if (key === 'method' && name.startsWith('apportion.')) return 'equal'
  // of months it is one
  if (key === 'from' && ['split.set', 'advance.add', 'advance.carry'].includes(name)) return '2026-11'
  if (key === 'to' && name === 'charge.endFee') return '2026-11'
  if (key === 'photoId' && name === 'entry.mask') return things.voucherId
  // a photo, a space or a charge in a list, or in the place of another
  const alike = things[oneOf[key] ?? '']
  if (alike !== undefined) return schema.type === 'array' ? [alike] : alike
  if (schema.type === 'array') {
    const item = schema.items!
    return Array.from(
      { length: Math.max(1, schema.minItems ?? 0) },
      () => things[key] ?? sample(name, key, item, things),
    )
  }
  if (things[key] !== undefined) return things[key]
  const isAlike = schema.type !== 'object' || typeof said[key] === 'object'
  if (said[key] !== undefined && isAlike && schema.enum?.includes(said[key]) !== false) return said[key]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return sample(name, key, schema.anyOf[0]!, things)
  if (schema.type === 'object') {
    return Object.fromEntries(
      (schema.required ?? []).map((k) => [k, sample(name, k, schema.properties![k]!, things)]),
    )
  }
  if (schema.type === 'boolean') return false
  if (schema.type === 'integer') return Math.max(1, schema.minimum ?? 1)
  if (schema.type === 'string' && !key.endsWith('Id')) return '样子'
  throw new Error(`${name}: no sample for ${key}; teach tests/kernel/samples.ts what it is`)
}
