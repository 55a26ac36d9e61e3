import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { membersOf } from './queries'

export const listCarers = read('care.members', {
  load: ({ tx, input: { communityId, after } }) => {
    const [homes, id] = readCursor(after, 'text', 'id') ?? []
    const from = homes !== undefined && /^\d{1,6}$/.test(homes) ? Number(homes) : null
    return membersOf(tx, [communityId, from, id ?? null])
  },
  answer: ({ loaded }) =>
    pageOf(
      loaded,
      (m) => [String(m.homes), m.checkin_id],
      (m) => ({
        checkinId: m.checkin_id,
        name: m.name ?? '已注销',
        building: m.building,
        onCommittee: m.on_committee,
        homes: m.homes,
        visits: m.visits,
      }),
    ),
})
