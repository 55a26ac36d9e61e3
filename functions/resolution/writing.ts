import type { Input } from '../../shared/contract'
import { dayOf } from '../../shared/kernel/time'
import type { ResolutionFacts } from '../../shared/resolution/policy'
import type { Connection } from '../kernel/database'
import { itemsOf, whistlesFitting } from '../meeting/agenda/queries'
import { factsOf as factsOfMeeting } from '../meeting/standing'
import { loadHeld, type Standing } from '../minutes/standing'
import { countOfMeeting, partyNamed, type ResolutionRow, resolutionById } from './queries'

export type Asked = Input<'resolution.write'>

export interface Writing extends Standing {
  before: ResolutionRow | undefined
  party: { name: string; is_building: boolean } | undefined
  items: readonly { id: string }[]
  fits: boolean
  many: number
}

/** What a resolution that is written or changed has to be held against. */
export async function loadWriting(tx: Connection, input: Asked): Promise<Writing | undefined> {
  const { communityId, meetingId, id, party, whistleId } = input
  const key = [communityId, meetingId]
  const [standing, [before], [named], items, fitting, [count]] = await Promise.all([
    loadHeld(tx, input),
    resolutionById(tx, [communityId, id]),
    partyNamed(tx, [...key, party.kind, party.partyId]),
    itemsOf(tx, key),
    whistlesFitting(tx, [...key, whistleId ? [whistleId] : []]),
    countOfMeeting(tx, key),
  ])
  const fits = fitting.length === (whistleId ? 1 : 0)
  return standing && { ...standing, before, party: named, items, fits, many: count!.resolutions }
}

export const factsOf = ({ meeting, minutes, before }: Writing, { party }: Asked): ResolutionFacts => ({
  communityId: meeting.community_id,
  meeting: factsOfMeeting(meeting),
  minutesState: minutes.state,
  signedOnce: minutes.recorder_signed_at !== null || minutes.chair_signed_at !== null,
  state: before?.state ?? 'open',
  party,
})

/** It stands already as it was sent. */
export function isSaid(r: ResolutionRow, asked: Asked): boolean {
  const { words, party, dueOn, whistleId, itemId, votes, pledge } = asked
  const stands = [r.words, r.party_kind, r.party_id, r.due_on, r.whistle_id, r.item_id]
  const counted = [r.votes_for, r.votes_against, r.votes_abstained, r.target_fen, r.share_fen, r.until_day]
  const said = [words, party.kind, party.partyId, dueOn, whistleId ?? null, itemId ?? null]
  const told = [
    votes?.for,
    votes?.against,
    votes?.abstained,
    pledge?.targetFen,
    pledge?.shareFen,
    pledge?.until,
  ]
  return JSON.stringify([...stands, ...counted]) === JSON.stringify([...said, ...told.map((v) => v ?? null)])
}

/** What the other one left, so that whoever comes second sees both and chooses. */
export const aboutOther = (r: ResolutionRow | undefined): Record<string, string | number> =>
  r
    ? {
        who: r.changed_name ?? '另一位记录人',
        revision: r.revision,
        words: r.words,
        party: r.party_name,
        dueOn: r.due_on,
      }
    : { who: '另一位记录人', revision: 0 }

/** What is wrong with what it says. */
export function refuseSaying({ meeting, before, party, items, fits }: Writing, asked: Asked) {
  const met = dayOf(meeting.starts_at)
  if (party === undefined) return 'party_elsewhere' as const
  if (asked.itemId !== undefined && !items.some((i) => i.id === asked.itemId))
    return 'item_elsewhere' as const
  if (!fits) return 'whistle_elsewhere' as const
  if (asked.dueOn < met) return 'resolution_due_past' as const
  const { pledge } = asked
  if (pledge && pledge.until < met) return 'pledge_day_past' as const
  // whoever gave their word gave it for this: the call may only grow
  const given = before?.pledged_fen ? before : undefined
  const shrinks =
    given && (!pledge || pledge.targetFen < given.target_fen! || pledge.until < given.until_day!)
  return shrinks ? ('pledged_already' as const) : undefined
}

/** The concrete party: its kind, and one column of three. */
export function partyColumns({ party }: Asked, isBuilding: boolean): (string | null)[] {
  const property = party.kind === 'property'
  return [
    party.kind,
    property || isBuilding ? null : party.partyId,
    isBuilding ? party.partyId : null,
    property ? party.partyId : null,
  ]
}
