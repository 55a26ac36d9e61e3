import type { Calendar } from '../../../shared/kernel/calendar'
import { dayOf } from '../../../shared/kernel/time'
import { sayMeeting } from '../../../shared/meeting/words'
import { type Role, roles } from '../../../shared/role/roles'
import type { StandingRow } from '../queries'
import { endOf } from '../standing'
import { markOf } from './days'

/** A meeting as a line of a list. */
export const showMeeting = (m: StandingRow, calendar: Calendar, now: Date) => ({
  communityId: m.community_id,
  meetingId: m.id,
  compoundId: m.compound_id,
  compound: m.compound,
  seriesId: m.series_id,
  kind: m.kind,
  title: m.title,
  state: m.state,
  startsAt: m.starts_at.toISOString(),
  endsAt: endOf(m).toISOString(),
  spot: m.spot,
  mark: markOf(calendar, dayOf(m.starts_at)),
  says: sayMeeting({ state: m.state, startsAt: m.starts_at, endsAt: endOf(m), reason: m.reason }, now),
  invited: m.invited,
  attended: m.attended,
})

export interface OfficeRow {
  post: 'convener' | 'chair' | 'recorder'
  person_id: string
  name: string | null
  role: string | null
}
/** 社区工作者, 楼栋长; whoever holds none is a resident. */
export const sayOffice = (role: string | null): string => (role === null ? '居民' : roles[role as Role].name)

/** The office for all; who it is only for those who may know. */
export const showOffice = (row: OfficeRow, personId: string, known: boolean) => ({
  office: sayOffice(row.role),
  name: row.name,
  personId: known || row.person_id === personId ? row.person_id : null,
  me: row.person_id === personId,
})
