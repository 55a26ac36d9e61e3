import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import * as queries from './queries'
import { sameName } from './standing'

/** Whom the community registered on paper takes it on: their own number, their own consent, and the name that stands there. */
export const ownRegistered = write('checkin.own', {
  load: async ({ tx, input: { communityId, checkinId } }) => {
    const [[row], [consent], mine] = await Promise.all([
      queries.registeredInHand(tx, [communityId, checkinId]),
      queries.consentOfMine(tx),
      queries.checkinsOfMine(tx),
    ])
    return row && { row, consent, open: mine.some((c) => c.ended_at === null) }
  },
  refuse({ input, loaded: { row, consent, open } }) {
    if (row.mine) return undefined
    if (!consent) return 'consent_missing'
    if (row.name === null || !sameName(row.name, input.name)) return 'registered_other'
    return open ? 'checked_in_already' : undefined
  },
  conflicts: {
    checkin_lives_once: 'checked_in_already',
    service_overlaps: 'registered_overlaps',
    service_in_once: 'registered_overlaps',
  },
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, checkinId } = input
    const { state, mine } = loaded.row
    if (!mine)
      await Promise.all([
        queries.ownRegistered(tx, [communityId, checkinId]),
        note(act, { communityId, action: 'checkin.owned', subjectKind: 'checkin', subjectId: checkinId }),
      ])
    return { state }
  },
})
