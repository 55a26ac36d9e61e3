import { actsOf } from '../../shared/checkin/policy'
import { checkinStateWords } from '../../shared/checkin/words'
import { note } from '../kernel/record'
import { sealPhone } from '../kernel/secrets'
import { write } from '../kernel/verb'
import * as queries from './queries'
import { holdCheckin, plainName, profileValues } from './standing'

/** What the community wrote down itself is put right by it, until the person takes it on and does so themselves. */
export const correctRegistered = write('checkin.correct', {
  load: async ({ tx, input }) => {
    const { communityId, checkinId, homeId, name } = input
    const [row, [home], [namesake]] = await Promise.all([
      holdCheckin(tx, input),
      queries.homeIn(tx, [communityId, homeId ?? null]),
      queries.namesakesOf(tx, [communityId, homeId ?? null, plainName(name), checkinId]),
    ])
    return row && { row, home, namesake }
  },
  refuse({ input, loaded: { row, home, namesake } }) {
    if (row.person_id !== null) return 'checkin_owned'
    if (!actsOf(row.state, { member: false, worker: true, nobodys: true }).includes('correct'))
      return ['checkin_moved', { state: checkinStateWords[row.state] }]
    if (input.homeId !== undefined && !home) return 'home_not_in_community'
    return namesake && !input.sure ? 'checkin_namesake' : undefined
  },
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, checkinId, name, homeId, phone, profile } = input
    const sealed = phone ? sealPhone(phone) : undefined
    await Promise.all([
      queries.setProfile(tx, [
        communityId,
        checkinId,
        name,
        loaded.home?.building_id ?? null,
        homeId ?? null,
        ...profileValues(profile),
      ]),
      phone !== undefined &&
        queries.setPhone(tx, [
          communityId,
          checkinId,
          sealed?.phoneCipher ?? null,
          sealed?.phoneIndex ?? null,
        ]),
      note(act, { communityId, action: 'checkin.corrected', subjectKind: 'checkin', subjectId: checkinId }),
    ])
    return { state: loaded.row.state }
  },
})
