import { createHash } from 'node:crypto'
import type { Input } from '../../shared/contract'
import { pieces } from '../../shared/whistle/likeness'
import type { Source } from '../../shared/whistle/states'
import type { Connection } from '../kernel/database'
import type { Act } from '../kernel/record'
import { Refused } from '../kernel/refused'
import { newId, sealPhone } from '../kernel/secrets'
import { type ClockWorld, deadlinesFrom, loadWorld, seconds, showDeadlines } from './clockWorld'
import { faultOfReport, namePlace } from './place'
import { addWhistle, freePhotos, sentBefore, spotOf } from './queries'

type Sent = Input<'whistle.submit'> | Input<'whistle.intake'>

interface Reported {
  /** What the id stands for already. */
  before: Awaited<ReturnType<typeof sentBefore>>[number] | undefined
  spot: { compound: string; building: string | null; entrance: string | null } | undefined
  photos: number
  world: ClockWorld
}

/** What every report needs to know, whoever writes it down. */
export async function loadReport(tx: Connection, sent: Sent, now: Date): Promise<Reported> {
  const { communityId, id, compoundId, buildingId, entranceId, photoIds = [] } = sent
  const [[before], [spot], photos, world] = await Promise.all([
    sentBefore(tx, [communityId, id]),
    spotOf(tx, [communityId, compoundId, buildingId ?? null, entranceId ?? null]),
    freePhotos(tx, [communityId, photoIds, id]),
    loadWorld(tx, communityId, now),
  ])
  return { before, spot, photos: photos.length, world }
}

const hashOf = (personId: string, sent: Sent): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([personId, Object.entries(sent).sort()]))
    .digest()

/** What stands in its way. Sent again, it is answered as it stands, whatever has become of place and photos since. */
export function refuseReport({ before, spot, photos }: Reported, personId: string, sent: Sent) {
  if (before) return before.sent_hash.equals(hashOf(personId, sent)) ? undefined : ('id_taken' as const)
  const fault = faultOfReport(sent)
  if (fault) return fault
  if (!spot) return 'place_elsewhere' as const
  return photos === (sent.photoIds?.length ?? 0) ? undefined : ('photo_unknown' as const)
}

/** Puts the report there once and only once, whoever sent it. */
export async function addReport(
  act: Act,
  sent: Sent,
  source: Source,
  { before, spot, world }: Reported,
  by: { anonymous: boolean } | { name?: string | undefined; phone?: string | undefined },
) {
  const { now, tx, caller, as } = act
  const { communityId, id, compoundId, buildingId, category, urgency, words, pin } = sent
  if (before) return show(id, before)
  const deadlines = deadlinesFrom(world, category, urgency, now)
  const sealed = 'phone' in by && by.phone !== undefined ? sealPhone(by.phone) : undefined
  const row = {
    compound_id: compoundId,
    building_id: buildingId,
    entrance_id: sent.entranceId,
    place: namePlace(spot!, sent.spot),
    lat: pin?.lat,
    lng: pin?.lng,
    category,
    urgency,
    source,
    words,
    pieces: pieces(words ?? ''),
    response_due_at: deadlines.responseDueAt,
    resolution_due_at: deadlines.resolutionDueAt,
    provisional: deadlines.provisional,
  }
  const after = {
    state: 'submitted',
    by: 'anonymous' in by ? 'reporter' : 'community',
    source,
    category,
    urgency,
    compoundId,
    ...(buildingId && { buildingId }),
    responseDue: seconds(deadlines.responseDueAt),
    resolutionDue: seconds(deadlines.resolutionDueAt),
  }
  const [[added], [kept]] = await Promise.all([
    addWhistle(tx, [
      communityId,
      id,
      hashOf(caller.personId, sent),
      now,
      row,
      { id: newId(now), role: as, after },
      'anonymous' in by ? by.anonymous : null,
      sent.photoIds ?? [],
      'name' in by ? (by.name ?? null) : null,
      sealed?.phoneCipher ?? null,
      sealed?.phoneIndex ?? null,
    ]),
    sentBefore(tx, [communityId, id]),
  ])
  if (added!.outcome === 'taken' || !kept) throw new Refused('id_taken')
  return show(id, kept)
}

const show = (id: string, w: NonNullable<Reported['before']>) => ({
  id,
  state: w.state,
  ...showDeadlines({
    responseDueAt: w.response_due_at,
    resolutionDueAt: w.resolution_due_at,
    provisional: w.provisional,
  }),
})
