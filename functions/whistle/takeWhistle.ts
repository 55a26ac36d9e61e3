import { sitsAt } from '../../shared/whistle/policy'
import { isOpen } from '../../shared/whistle/states'
import { stateWords } from '../../shared/whistle/words'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { colleaguesOf, dispatchForUpdate, setTaken } from './reading/deskQueries'

/** Somebody of the desk takes it, gives it back, or hands it on. What was taken by one who has left is free again. */
export const takeWhistle = write('whistle.take', {
  load: async ({ tx, input: { communityId, whistleId, dispatchId } }) => {
    const [[dispatch], colleagues] = await Promise.all([
      dispatchForUpdate(tx, [communityId, whistleId, dispatchId]),
      colleaguesOf(tx, [communityId, dispatchId]),
    ])
    return dispatch && { dispatch, colleagues }
  },
  refuse: ({ caller, input, loaded: { dispatch, colleagues } }) => {
    if (!sitsAt(caller, { kind: dispatch.kind, partyId: dispatch.party_id })) return 'not_found'
    const lies = dispatch.state === 'current' || dispatch.state === 'disputed'
    if (!lies || !isOpen(dispatch.whistle_state))
      return ['whistle_moved', { state: stateWords[dispatch.whistle_state] }]
    const holder = colleagues.find((c) => c.person_id === dispatch.taken_by)
    if (holder && holder.person_id !== caller.personId) return ['not_yours_to_take', { who: holder.name }]
    const known = input.personId === null || colleagues.some((c) => c.person_id === input.personId)
    return known ? undefined : 'colleague_unknown'
  },
  async change(act) {
    const { tx, caller, input, loaded } = act
    const { communityId, whistleId, dispatchId, personId } = input
    const handsOn = personId !== null && personId !== caller.personId
    await Promise.all([
      setTaken(tx, [communityId, dispatchId, personId]),
      note(act, {
        communityId,
        action: handsOn ? 'whistle.handedOn' : 'whistle.taken',
        subjectKind: 'whistle',
        subjectId: whistleId,
        ...(handsOn && { aboutId: personId }),
        after: { by: 'party', dispatchId, ...(personId === null && { taken: false }) },
      }),
    ])
    return { takenBy: loaded.colleagues.find((c) => c.person_id === personId)?.name ?? null }
  },
})
