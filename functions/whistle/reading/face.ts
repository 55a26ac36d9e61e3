import type { Caller } from '../../../shared/role/caller'
import type { Category, Urgency } from '../../../shared/whistle/categories'
import { sitsAt } from '../../../shared/whistle/policy'
import { type Side, sayTitle, sayWhistle } from '../../../shared/whistle/says'
import type { Party, Source, WhistleState } from '../../../shared/whistle/states'
import { showDeadlines } from '../clockWorld'

/** A whistle as a line of a list, with whoever has it. */
export interface FaceRow {
  community_id: string
  id: string
  place: string
  category: Category
  urgency: Urgency
  state: WhistleState
  words: string | null
  submitted_at: Date
  joined: number
  next_due_at: Date | null
  response_due_at: Date
  resolution_due_at: Date
  provisional: boolean
  outcome: string | null
  lead: string | null
  disputed: boolean
}

// of long words a line shows only the first
export const faceColumns = `w.community_id, w.id, w.place, w.category, w.urgency, w.state, left(w.words, 200) as words, w.submitted_at, w.joined,
    w.next_due_at, w.response_due_at, w.resolution_due_at, w.provisional, w.outcome, d.name as lead, coalesce(d.state = 'disputed', false) as disputed`
export const leadOfWhistle = `left join dispatch d on d.community_id = w.community_id and d.whistle_id = w.id and d.lead
     and d.state in ('current', 'disputed', 'done')`

export type BoardRow = FaceRow & { source: Source; raised: boolean }
export const boardColumns = `${faceColumns}, w.source, w.raised_at is not null as raised`

const asKnown = (row: FaceRow) => ({
  state: row.state,
  nextDueAt: row.next_due_at,
  provisional: row.provisional,
  lead: row.lead,
  disputed: row.disputed,
  outcome: row.outcome,
})
export const sayRow = (row: FaceRow, side: Side, now: Date): string => sayWhistle(asKnown(row), side, now)

export const showFace = (row: FaceRow, side: Side, now: Date) => ({
  communityId: row.community_id,
  whistleId: row.id,
  title: sayTitle(row.words, row.category),
  place: row.place,
  category: row.category,
  urgency: row.urgency,
  state: row.state,
  says: sayRow(row, side, now),
  submittedAt: row.submitted_at.toISOString(),
  joined: row.joined,
})

export const showDues = (row: FaceRow) =>
  showDeadlines({
    responseDueAt: row.response_due_at,
    resolutionDueAt: row.resolution_due_at,
    provisional: row.provisional,
  })

export const showBoardFace = (row: BoardRow, side: Side, now: Date) => ({
  ...showFace(row, side, now),
  ...showDues(row),
  source: row.source,
  raised: row.raised,
  disputed: row.disputed,
  lead: row.lead,
})

const ofCommunity = ['gridWorker', 'communityWorker']
const worksThere = (caller: Caller, communityId: string, roles: readonly string[]): boolean =>
  caller.roles.some((held) => roles.includes(held.role) && held.communities.includes(communityId))

/** Keeps what is the community's own from everybody else, officers among them. */
export const isWorkerOf = (caller: Caller, communityId: string): boolean =>
  worksThere(caller, communityId, ['communityWorker'])

/** On whose side somebody reads a whistle: of several, as whom they are asked for something. */
export function sideOf(
  caller: Caller,
  communityId: string,
  { mine, lead }: { mine: boolean; lead: Party | undefined },
): Side {
  if (mine) return 'reporter'
  if (worksThere(caller, communityId, ofCommunity)) return 'community'
  return lead && sitsAt(caller, lead) ? 'party' : 'others'
}
