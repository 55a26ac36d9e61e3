import type {
  CheckinKind,
  CheckinState,
  EndReason,
  FreeTime,
  Interest,
  Skill,
} from '../../shared/checkin/states'
import type { WorkHours } from '../../shared/service/fields'
import { query } from '../kernel/database'

export interface CheckinRow {
  community_id: string
  community: string
  id: string
  kind: CheckinKind
  state: CheckinState
  person_id: string | null
  organisation_id: string | null
  slip_id: string | null
  unit: string | null
  presented_at: Date
  accepted_at: Date | null
  confirmed_at: Date | null
  ended_at: Date | null
  end_reason: EndReason | null
  receipt_number: string | null
  from_id: string | null
  from_community_id: string | null
  from_community: string | null
  /** Of the profile; null where the caller may not see it. */
  name: string | null
  phone_cipher: Buffer | null
  building_id: string | null
  home_id: string | null
  home: string | null
  skills: Skill[] | null
  interests: Interest[] | null
  free: FreeTime[] | null
  work: WorkHours | null
  reason: string | null
  minutes: number
  homes: number
}
const columnsWith = (
  minutes: string,
) => `c.community_id, k.name as community, c.id, c.kind, c.state, c.person_id, c.organisation_id, c.slip_id,
    unit_name(c.organisation_id) as unit, c.presented_at, c.accepted_at, c.confirmed_at, c.ended_at, c.end_reason, c.receipt_number,
    c.from_id, c.from_community_id, case when c.from_id is not null then checkin_before(c.community_id, c.id) end as from_community, p.name, p.phone_cipher, p.building_id, p.home_id, h.label as home,
    p.skills, p.interests, p.free, p.work, p.reason, ${minutes} as minutes,
    (select count(*)::int from care_link l where l.community_id = c.community_id and l.checkin_id = c.id and l.to_day is null) as homes`
const columns = columnsWith('served_minutes(c.community_id, c.id)')
const from = `from checkin c join community k on k.id = c.community_id
    left join checkin_profile p on p.community_id = c.community_id and p.checkin_id = c.id
    left join lateral home_spot(p.community_id, p.home_id) h on p.home_id is not null`

export const checkinById = query<CheckinRow>(
  'checkin.get',
  `select ${columns} ${from} where c.community_id = $1 and c.id = $2`,
)
export const lockCheckin = query(
  'checkin.lock',
  'select id from checkin where community_id = $1 and id = $2 for update',
)
export const checkinsOfMine = query<CheckinRow>(
  'checkin.mine',
  `select ${columns} ${from} where c.person_id = (select me()) order by c.presented_at desc, c.id desc limit 50`,
)
export const checkinsOf = query<CheckinRow>(
  'checkin.list',
  `select ${columnsWith('0')} ${from} where c.community_id = $1 and c.community_id = any ((select my_counters())::uuid[])
     and ($2::text is null or c.state = $2) and ($3::text is null or c.kind = $3)
     and (not $7::boolean or c.state in ('accepted', 'confirmed'))
     and ($4::text is null or p.name like '%' || $4 || '%' or h.label like '%' || $4 || '%')
     and ($5::timestamptz is null or (c.presented_at, c.id) < ($5, $6::uuid))
   order by c.presented_at desc, c.id desc limit 21`,
)
export const countsOf = query<{ kind: CheckinKind; state: CheckinState; n: number }>(
  'checkin.counts',
  `select kind, state, count(*)::int as n from checkin where community_id = $1 and community_id = any ((select my_counters())::uuid[]) group by 1, 2`,
)

export const consentOfMine = query<{ id: string; version: number; given_at: Date }>(
  'consent.mine',
  'select id, version, given_at from consent where person_id = (select me()) and withdrawn_at is null',
)
export const consentById = query<{ id: string; version: number; given_at: Date }>(
  'consent.get',
  'select id, version, given_at from consent where person_id = (select me()) and id = $1',
)
export const withdrawConsent = query('consent.withdraw', 'select withdraw_consent($1)')

export interface SlipInHand {
  organisation_id: string
  id: string
  unit: string
  district_id: string
  name: string | null
  phone: string | null
  expires: string
  used_by: string | null
  voided: boolean
}
export const slipInHand = query<SlipInHand>(
  'checkin.slip',
  `select organisation_id, id, unit, district_id, name, encode(phone_index, 'hex') as phone, expires_day::text as expires, used_by, voided
   from slip_in_hand($1)`,
)
export const meRow = query<{ id: string; phone: string | null }>(
  'checkin.me',
  `select id, encode(phone_index, 'hex') as phone from person where id = (select me())`,
)
export const districtOf = query<{ district_id: string }>(
  'checkin.district',
  'select d.district_id from community c join subdistrict d on d.id = c.subdistrict_id where c.id = $1',
)
/** A home of a community, for whoever names it as theirs. */
export const homeIn = query<{ building_id: string; label: string }>(
  'checkin.home',
  'select building_id, label from home_spot($1, $2)',
)
export const homesOfMine = query<{
  community_id: string
  community: string
  subdistrict: string
  home_id: string
  home: string
}>(
  'checkin.homesOfMine',
  `select t.community_id, k.name as community, d.name as subdistrict, t.home_id, h.label as home
   from home_tie t join community k on k.id = t.community_id join subdistrict d on d.id = k.subdistrict_id
   cross join lateral home_spot(t.community_id, t.home_id) h
   where t.person_id = (select me()) and t.from_day <= my_day() and (t.to_day is null or t.to_day >= my_day())
     and d.district_id = (select district_id from slip_in_hand($1))
   group by 1, 2, 3, 4, 5 order by min(t.from_day) desc, 4`,
)
export const communitiesOf = query<{ id: string; community: string; subdistrict: string }>(
  'checkin.communities',
  `select c.id, c.name as community, d.name as subdistrict from community c join subdistrict d on d.id = c.subdistrict_id
   where d.district_id = (select district_id from slip_in_hand($1)) order by d.name, c.name`,
)
export const sentBefore = query<{ state: CheckinState; receipt_number: string | null }>(
  'checkin.sent',
  'select state, receipt_number from checkin where community_id = $1 and id = $2 and sent_hash = $3',
)
/** The live one of the caller, wherever it is. */
export const liveOfMine = query<{
  community_id: string
  id: string
  slip_id: string | null
  organisation_id: string | null
  kind: CheckinKind
  district_id: string
}>(
  'checkin.live',
  `select c.community_id, c.id, c.slip_id, c.organisation_id, c.kind, d.district_id from checkin c join community k on k.id = c.community_id
   join subdistrict d on d.id = k.subdistrict_id where c.person_id = (select me()) and c.id = $1 and c.state in ('accepted', 'confirmed') for update of c`,
)

export const addProfile = query(
  'checkin.addProfile',
  `insert into checkin_profile (community_id, checkin_id, name, phone_cipher, phone_index, building_id, home_id, skills, interests, free, work)
   values ($1, $2, $3, $4, $5, $6, $7, $8::text[], $9::text[], $10::text[], $11::jsonb) on conflict do nothing`,
)
export const setProfile = query(
  'checkin.setProfile',
  `update checkin_profile set name = $3, building_id = $4, home_id = $5, skills = $6::text[], interests = $7::text[], free = $8::text[],
     work = $9::jsonb where community_id = $1 and checkin_id = $2`,
)
export const setPhone = query(
  'checkin.setPhone',
  'update checkin_profile set phone_cipher = $3, phone_index = $4 where community_id = $1 and checkin_id = $2',
)
/** Somebody of this name in this home already, besides this one ($4); names as `plainName` has them. */
export const namesakesOf = query<{ id: string }>(
  'checkin.namesakes',
  `select c.id from checkin c join checkin_profile p on p.community_id = c.community_id and p.checkin_id = c.id
   where c.community_id = $1 and c.state in ('accepted', 'confirmed') and p.home_id is not distinct from $2::uuid and c.id <> $4::uuid
     and regexp_replace(p.name, '[\\s·•・.]', '', 'g') = $3 limit 1`,
)
export const setReason = query(
  'checkin.setReason',
  'update checkin_profile set reason = $3 where community_id = $1 and checkin_id = $2',
)
export const setState = query(
  'checkin.setState',
  `update checkin set state = $3, ended_at = case when $3 in ('ended', 'withdrawn') then $4::timestamptz end, end_reason = $5,
     decided_by = coalesce($6::uuid, decided_by) where community_id = $1 and id = $2`,
)
/** Whether the one that it follows upon still counts, and so moves out with this. */
export const movesOut = query<{ moves: boolean | null }>(
  'checkin.movesOut',
  'select moves_out($1, $2) as moves',
)
export const accept = query(
  'checkin.accept',
  `update checkin set state = 'accepted', accepted_at = $3, decided_by = $4, receipt_number = $5, check_code = $6 where community_id = $1 and id = $2`,
)
export const confirm = query(
  'checkin.confirm',
  `update checkin set state = 'confirmed', confirmed_at = $3, confirmed_by = (select me()) where community_id = $1 and id = $2`,
)

export const registeredForMe = query<{ community_id: string; id: string; community: string; at: Date }>(
  'checkin.registered',
  'select community_id, id, community, at from registered_for_me()',
)
export const registeredInHand = query<{ name: string | null; state: CheckinState; mine: boolean }>(
  'checkin.registeredOne',
  'select name, state, mine from registered_in_hand($1, $2)',
)
export const ownRegistered = query('checkin.own', 'select own_registered($1, $2)')
export const disownRegistered = query('checkin.disown', 'select disown_registered($1, $2)')

export interface ReceiptRow {
  community_id: string
  id: string
  slip_id: string | null
  name: string | null
  community: string
  subdistrict: string
  unit: string | null
  organisation_id: string | null
  receipt_number: string
  check_code: string
  accepted_at: Date
  confirmed_at: Date | null
  state: CheckinState
}
const receipts = `select c.community_id, c.id, c.slip_id, coalesce(s.name, p.name) as name, k.name as community, d.name as subdistrict,
    unit_name(c.organisation_id) as unit, c.organisation_id, c.receipt_number, c.check_code, c.accepted_at, c.confirmed_at, c.state
  from checkin c join community k on k.id = c.community_id join subdistrict d on d.id = k.subdistrict_id
  left join slip s on s.organisation_id = c.organisation_id and s.id = c.slip_id
  left join checkin_profile p on p.community_id = c.community_id and p.checkin_id = c.id
  where c.receipt_number is not null`
export const receiptById = query<ReceiptRow>(
  'receipt.get',
  `${receipts} and c.community_id = $1 and c.id = $2`,
)
export const receiptForUpdate = query<ReceiptRow>(
  'receipt.forUpdate',
  `${receipts} and c.community_id = $1 and c.id = $2 for update of c`,
)
export const receiptsOf = query<ReceiptRow>(
  'slip.receiptList',
  `${receipts} and c.organisation_id = $1 and ($2::boolean is null or (c.state = 'accepted') = $2)
     and ($3::timestamptz is null or (c.accepted_at, c.id) < ($3, $4::uuid))
   order by c.accepted_at desc, c.id desc limit 21`,
)
export const verifyReceipt = query<{ current: boolean | null }>(
  'receipt.verify',
  'select verify_receipt($1, $2) as current',
)
