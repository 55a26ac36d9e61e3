import { reportsToLead } from '../../shared/whistle/policy'
import { stateWords } from '../../shared/whistle/words'
import { note } from '../kernel/record'
import { newId } from '../kernel/secrets'
import { write } from '../kernel/verb'
import { addNote, addPhotos, freePhotos } from './queries'
import { dispatchForUpdate, reportedBefore } from './reading/deskQueries'

const sameList = (a: readonly string[], b: readonly string[]) => a.join() === b.join()

/** A co-party tells the lead what it has done. The line on the record has an id of ours; the phone's own is kept in it. */
export const reportToLead = write('whistle.report', {
  load: async ({ tx, input }) => {
    const { communityId, whistleId, dispatchId, id, photoIds = [] } = input
    const [[dispatch], [before], photos] = await Promise.all([
      dispatchForUpdate(tx, [communityId, whistleId, dispatchId]),
      reportedBefore(tx, [communityId, whistleId, id]),
      freePhotos(tx, [communityId, photoIds, null]),
    ])
    return dispatch && { dispatch, before, photos: photos.length }
  },
  refuse: ({ caller, input, loaded: { dispatch, before, photos } }) => {
    const { photoIds = [] } = input
    if (before)
      return before.words === input.words && sameList(before.photos, photoIds) ? undefined : 'id_taken'
    const party = { kind: dispatch.kind, partyId: dispatch.party_id }
    const lies = !dispatch.lead && (dispatch.state === 'current' || dispatch.state === 'disputed')
    if (!reportsToLead(caller, [party], 'dispatched')) return 'not_found'
    if (!lies || !reportsToLead(caller, [party], dispatch.whistle_state))
      return ['whistle_moved', { state: stateWords[dispatch.whistle_state] }]
    return photos === photoIds.length ? undefined : 'photo_unknown'
  },
  conflicts: { whistle_photo_pkey: 'photo_unknown' },
  async change(act) {
    const { tx, now, caller, input, loaded } = act
    const { communityId, whistleId, dispatchId, id, words, photoIds = [] } = input
    if (loaded.before) return { id }
    const entryId = newId(now)
    await Promise.all([
      note(act, {
        entryId,
        communityId,
        action: 'whistle.reported',
        subjectKind: 'whistle',
        subjectId: whistleId,
        after: { by: 'party', dispatchId, reportId: id },
      }),
      addNote(tx, [communityId, entryId, whistleId, caller.personId, words]),
      ...(photoIds.length > 0 ? [addPhotos(tx, [communityId, whistleId, entryId, true, photoIds])] : []),
    ])
    return { id }
  },
})
