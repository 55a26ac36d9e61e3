import { resolutionProgress } from '../../db/schema'
import type { RecordAction } from '../../shared/record/actions'
import { doesIt } from '../../shared/resolution/policy'
import type { Caller } from '../../shared/role/caller'
import type { Connection } from '../kernel/database'
import { type Act, addOnce } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { addEvidence, evidenceFree, progressSent } from './queries'
import { loadResolution, type Standing } from './standing'

interface Sent {
  communityId: string
  resolutionId: string
  id: string
  words?: string | undefined
  photoIds?: string[] | undefined
}
export interface Progressing extends Standing {
  /** What stands under the id already. */
  sent: Buffer | undefined
  missesPhotos: boolean
}

/** A resolution with what is told of it: words, and photos that are the caller's own. */
export async function loadProgressing(tx: Connection, sent: Sent): Promise<Progressing | undefined> {
  const { communityId, id, photoIds = [] } = sent
  const [standing, free, [before]] = await Promise.all([
    loadResolution(tx, sent),
    evidenceFree(tx, [communityId, photoIds, id]),
    progressSent(tx, [communityId, id]),
  ])
  return standing && { ...standing, sent: before?.sent_hash, missesPhotos: free.length !== photoIds.length }
}

const hashOfSent = ({ id, resolutionId, words, photoIds }: Sent): Buffer =>
  sentHash({ id, resolutionId, words, photoIds })

/** The same told again: it is answered as it stands, whatever has become of the resolution. */
export const isAgain = ({ sent }: Progressing, asked: Sent): boolean =>
  sent?.equals(hashOfSent(asked)) ?? false

/** One line of what is done about it, with its photos and its line on the record. */
export async function addProgress(
  act: Act & { caller: Caller },
  { resolution: r }: Standing,
  sent: Sent,
  kind: 'progress' | 'done' | 'dropped',
  record: RecordAction,
): Promise<void> {
  const { communityId, resolutionId, id, words, photoIds = [] } = sent
  const hash = hashOfSent(sent)
  await Promise.all([
    addOnce(
      act,
      resolutionProgress,
      {
        communityId,
        id,
        resolutionId,
        kind,
        personId: act.caller.personId,
        byParty: doesIt(act.caller, { kind: r.party_kind, partyId: r.party_id }),
        words: words ?? null,
        sentHash: hash,
        at: act.now,
      },
      {
        communityId,
        action: record,
        subjectKind: 'resolution',
        subjectId: resolutionId,
        after: {
          progressId: id,
          photos: photoIds.length,
          ...(kind !== 'progress' && { state: kind }),
          // whoever gave their word reads that it ends with it
          ...(kind !== 'progress' && r.target_fen !== null && { pledges: r.homes }),
        },
      },
      // the hash of what was sent stands for all of it
      ['kind', 'byParty', 'words', 'at'],
    ),
    addEvidence(act.tx, [communityId, resolutionId, id, hash, photoIds]),
  ])
}
