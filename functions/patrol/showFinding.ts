import type { Output } from '../../shared/contract'
import { sayFinding, sayFindingTitle, sayPhotosMissing } from '../../shared/patrol/says'
import type { Caller } from '../../shared/role/caller'
import { sayWhistle } from '../../shared/whistle/says'
import { picturesOf } from '../media/keep'
import { sideOf } from '../whistle/reading/face'
import type { FindingRow, PhotoRow } from './findingQueries'

type Face = Output<'finding.list'>['items'][number]
type Photo = Output<'finding.get'>['photos'][number]

/** What became of the whistle, as far as the reader may see it. */
function whistleOf(row: FindingRow, caller: Caller, now: Date): Face['whistle'] {
  if (row.whistle_state === null) return null
  const lead = row.lead_kind && row.lead_party ? { kind: row.lead_kind, partyId: row.lead_party } : undefined
  const stands = {
    state: row.whistle_state,
    nextDueAt: row.next_due_at,
    provisional: row.provisional ?? false,
    lead: row.lead,
    disputed: row.disputed,
    outcome: row.whistle_outcome,
  }
  const says = sayWhistle(stands, sideOf(caller, row.community_id, { mine: row.whistle_mine, lead }), now)
  return { whistleId: row.id, state: row.whistle_state, says }
}

export async function showFinding(row: FindingRow, caller: Caller, now: Date): Promise<Face> {
  const whistle = whistleOf(row, caller, now)
  const arrived = row.photos.filter((p) => p.arrived).length
  const key = row.photos.find((p) => p.key !== null)?.key
  const { outcome, state, looks } = row
  return {
    communityId: row.community_id,
    findingId: row.id,
    roundId: row.round_id,
    planId: row.plan_id,
    category: row.category,
    title: sayFindingTitle(row.words, row.category),
    place: row.place,
    seenAt: row.at.toISOString(),
    outcome,
    state,
    says: sayFinding({ outcome, state, looks, whistleSays: whistle?.says ?? null }),
    walker: row.walker,
    thumb: key ? (await picturesOf(key, now)).thumb : null,
    photosExpected: row.photos.length,
    photosArrived: arrived,
    saysPhotos: sayPhotosMissing(row.photos.length, arrived),
    whistle,
  }
}

export const showPhotos = (rows: readonly PhotoRow[], now: Date): Promise<Photo[]> =>
  Promise.all(
    rows.map(async (p) => ({
      photoId: p.photo_id,
      when: p.after_work ? ('after' as const) : ('before' as const),
      arrived: p.arrived,
      ...(p.open_to_me && p.file_key !== null
        ? await picturesOf(p.file_key, now)
        : { thumb: null, whole: null }),
    })),
  )
