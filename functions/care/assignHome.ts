import { careLink } from '../../db/schema'
import { dayOf } from '../../shared/kernel/time'
import { addOnce, note } from '../kernel/record'
import { write } from '../kernel/verb'
import { endLink, homeById, linkById, linkOfHome, memberById } from './queries'

/** One home by hand; whoever looked after it before no longer does. */
export const assignHome = write('care.assign', {
  load: async ({ tx, input }) => {
    const { communityId, homeId, checkinId, id } = input
    const [[home], [member], [before], [again]] = await Promise.all([
      homeById(tx, [communityId, homeId]),
      memberById(tx, [communityId, checkinId]),
      linkOfHome(tx, [communityId, homeId]),
      linkById(tx, [communityId, id]),
    ])
    return { home, member, before, again }
  },
  refuse({ input, loaded: { home, member, again } }) {
    if (again)
      return again.home_id === input.homeId && again.checkin_id === input.checkinId ? undefined : 'id_taken'
    if (!home) return 'home_not_in_community'
    if (!home.lived_in) return 'home_no_dwelling'
    return member ? undefined : 'checkin_elsewhere'
  },
  conflicts: {
    care_once: 'cared_already',
    care_by_member: 'checkin_elsewhere',
    care_of_dwelling: 'home_no_dwelling',
  },
  async change(act) {
    const { tx, input, now, caller, loaded } = act
    const { communityId, id, homeId, checkinId } = input
    const { home, member, before, again } = loaded
    if (again) return { id }
    await Promise.all([
      ...(before
        ? [
            endLink(tx, [communityId, before.id, dayOf(now), 'changed']),
            note(act, {
              communityId,
              action: 'care.ended',
              subjectKind: 'care',
              subjectId: before.id,
              aboutId: before.person_id,
              after: { reason: 'changed' },
            }),
          ]
        : []),
      addOnce(
        act,
        careLink,
        {
          communityId,
          id,
          checkinId,
          buildingId: home!.building_id,
          homeId,
          fromDay: dayOf(now),
          madeBy: caller.personId,
        },
        {
          communityId,
          action: 'care.assigned',
          subjectKind: 'care',
          subjectId: id,
          aboutId: member!.person_id,
          after: { checkinId },
        },
      ),
    ])
    return { id }
  },
})
