import type { Output } from '../../shared/contract'
import { sayLine } from '../../shared/inbox/says'
import { type SubjectKind, subjectKinds } from '../../shared/record/actions'
import type { Caller } from '../../shared/role/caller'
import { type Role, roles } from '../../shared/role/roles'
import { type Side, sayTitle, sayWhistle } from '../../shared/whistle/says'
import { sideOf } from '../whistle/reading/face'
import type { LineRow } from './queries'

type Line = Output<'inbox.list'>['items'][number]

function subjectOf(row: LineRow): string {
  if (row.category !== null) return sayTitle(row.words, row.category)
  if (row.subject_kind === 'grant' && row.label !== null && row.label in roles)
    return roles[row.label as Role].name
  return row.label ?? subjectKinds[row.subject_kind as SubjectKind] ?? row.subject_kind
}

// whoever checks in and serves does so as what they are there
const sideOfNoRole = (kind: string): string =>
  ['checkin', 'task', 'service', 'care', 'serviceRecord'].includes(kind) ? '党员' : '居民'

/** Who reported a whistle is nobody's name here: whoever may know it finds it beside the whistle. */
function actorOf(row: LineRow): string {
  if (row.after?.by === 'clock') return '系统'
  const named = (side: string) => (row.actor_name === null ? side : `${side} ${row.actor_name}`)
  if (row.subject_kind !== 'whistle')
    return named(row.actor_role === null ? sideOfNoRole(row.subject_kind) : roles[row.actor_role].name)
  const by = row.after?.by
  if (by === 'community') return named('社区')
  return by === 'party' ? (row.party ?? '办理单位') : '居民'
}

// what stands in the line already
const toldAlready = /^(社区受理了|.* 已到场|重新在办|居民说还没修好|办好了|社区想问清楚一件事)，/

/** What comes next, while it still stands as the line left it. */
function nextOf(row: LineRow, side: Side, now: Date): string | null {
  const { state } = row
  if (state === null || row.action === 'whistle.revealed') return null
  const moved = row.after?.state !== undefined && row.after.state !== state
  const over = ['closed', 'rejected', 'merged', 'withdrawn', 'followedUp'].includes(state)
  if (moved || over) return null
  const { next_due_at: nextDueAt, provisional, lead, disputed, outcome } = row
  const stands = { state, nextDueAt, provisional: provisional ?? false, lead, disputed, outcome }
  return sayWhistle(stands, side, now).replace(toldAlready, '')
}

export const showLine =
  (caller: Caller, now: Date) =>
  (row: LineRow): Line => {
    const lead =
      row.lead_kind && row.lead_party ? { kind: row.lead_kind, partyId: row.lead_party } : undefined
    const side = sideOf(caller, row.community_id, { mine: row.mine, lead })
    const subject = subjectOf(row)
    return {
      lineId: row.id,
      communityId: row.community_id,
      at: row.at.toISOString(),
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      action: row.action,
      subject,
      says: sayLine(
        {
          action: row.action,
          after: row.after,
          subject,
          side,
          lead: row.lead,
          helps: row.helps,
          startsAt: row.starts_at,
        },
        now,
      ),
      next: nextOf(row, side, now),
      actor: actorOf(row),
      times: row.times,
      unread: row.unread,
      after: row.after,
    }
  }
