import type { Output } from '../../shared/contract'
import { sha256Hex } from '../../shared/kernel/hash'
import { addDays, dayOf } from '../../shared/kernel/time'
import type { Caller } from '../../shared/role/caller'
import { readDays } from '../../shared/serviceRecord/states'
import { recordStateWords } from '../../shared/serviceRecord/words'
import { worksAt } from '../checkin/standing'
import type { Connection } from '../kernel/database'
import { lockRecord, type RecordRow, recordById } from './queries'

type View = Output<'serviceRecord.get'>

export const maySend = (r: RecordRow, now: Date): boolean =>
  r.read_at !== null || (r.shown_at !== null && r.shown_at.getTime() + readDays * 86_400_000 <= now.getTime())

export const gone = '已注销'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

export const showRecord =
  (caller: Caller, now: Date) =>
  (r: RecordRow): View => {
    const worker = worksAt(caller, r.community_id)
    const member = r.person_id === caller.personId
    return {
      communityId: r.community_id,
      community: r.community,
      serviceRecordId: r.id,
      checkinId: r.checkin_id,
      name: r.name ?? gone,
      unit: r.unit,
      year: String(r.year),
      state: r.state,
      minutes: r.minutes,
      tasks: r.tasks,
      homes: r.homes,
      visits: r.visits,
      projects: r.projects,
      remark: r.remark,
      words: r.words,
      comment: r.comment,
      shownAt: iso(r.shown_at),
      readAt: iso(r.read_at),
      sentAt: iso(r.sent_at),
      hash: r.hash,
      sendableFrom: r.state === 'shown' && r.read_at === null ? addDays(dayOf(r.shown_at!), readDays) : null,
      acts: [
        ...(worker && r.state === 'drawn' ? ['remark' as const] : []),
        ...(worker && r.state === 'drawn' && r.remark !== null ? ['show' as const] : []),
        ...(member && r.state === 'shown' ? ['read' as const] : []),
        ...(worker && r.state === 'shown' && maySend(r, now) ? ['send' as const] : []),
      ],
    }
  }

export const moved = (r: RecordRow): ['record_moved', { state: string }] => [
  'record_moved',
  { state: recordStateWords[r.state] },
]

export async function holdRecord(
  tx: Connection,
  { communityId, serviceRecordId }: { communityId: string; serviceRecordId: string },
): Promise<RecordRow | undefined> {
  const key = [communityId, serviceRecordId]
  const [, [row]] = await Promise.all([lockRecord(tx, key), recordById(tx, key)])
  return row
}

/** Over all that is sent, in one order, so that whoever holds it can see that it is what was sent. */
export const hashOf = (r: RecordRow): string =>
  sha256Hex(
    JSON.stringify([
      r.id,
      r.checkin_id,
      r.year,
      r.minutes,
      r.tasks,
      r.homes,
      r.visits,
      r.projects,
      r.remark,
      r.words,
      r.comment,
    ]),
  )
