import { randomUUID } from 'node:crypto'
import { type At, friday, type MeetingHouse, openMeetingHouse } from './house'
import { keepPromises } from './promises'

let house: MeetingHouse
beforeAll(async () => {
  house = await openMeetingHouse()
})
afterAll(() => house.api.close())

const rhythm = () => ({
  communityId: house.places.here.id,
  id: randomUUID(),
  compoundId: house.places.compound.id,
  kind: 'threeParty' as const,
  title: '三方工作例会',
  rule: 'FREQ=WEEKLY;BYDAY=MO',
  at: '14:00',
  minutes: 90,
  spot: '居委会',
  from: '2026-11-01',
  circle: [{ kind: 'committee' as const, ofId: house.places.compound.id }],
})
const ended = async () => {
  const series = rhythm()
  await house.api.get(house.tokens.worker, 'series.add', series)
  return { communityId: series.communityId, seriesId: series.id }
}
const over = async () => {
  const at = await ended()
  await house.api.get(house.tokens.worker, 'series.end', at)
  return at
}
const item = async (at: At) => {
  const itemId = randomUUID()
  await house.api.get(house.tokens.worker, 'meeting.addItem', { ...at, id: itemId, title: '楼道照明' })
  return { ...at, itemId }
}
const itemOver = async () => {
  const sent = await item(await house.plan())
  await house.api.get(house.tokens.worker, 'meeting.callOff', {
    communityId: sent.communityId,
    meetingId: sent.meetingId,
    reason: '人太少',
  })
  return sent
}
const begins = async () => {
  const at = await house.bring('noticed')
  house.later(24 * 4)
  return at
}
const moved = (at: At) => ({ ...at, id: randomUUID(), startsAt: house.inHours(24 * 9), reason: '赶上下雨' })

keepPromises(() => house, {
  'series.add': {
    by: 'worker',
    ready: async () => rhythm(),
    leaves: 'series.added',
    answers: { id: expect.any(String) },
    wrong: ['resident', 'forbidden'],
  },
  'series.end': {
    by: 'worker',
    ready: ended,
    leaves: 'series.ended',
    answers: { to: friday.slice(0, 10) },
    late: [over, 'series_ended'],
    wrong: ['committee', 'not_keeper'],
  },
  'meeting.plan': {
    by: 'worker',
    ready: async () => house.planned(),
    leaves: 'meeting.planned',
    answers: { state: 'planned' },
    late: [async () => house.planned({ startsAt: house.inHours(-1) }), 'meeting_past'],
    wrong: ['resident', 'forbidden'],
  },
  'meeting.change': {
    by: 'worker',
    ready: async () => ({ ...(await house.plan()), spot: '活动室' }),
    leaves: 'meeting.changed',
    answers: { state: 'planned' },
    late: [async () => ({ ...(await house.bringMinutes('open')), spot: '活动室' }), 'minutes_out'],
    wrong: ['committee', 'not_keeper'],
  },
  'meeting.notice': {
    by: 'worker',
    ready: () => house.plan(),
    leaves: 'meeting.noticed',
    answers: { state: 'noticed', people: 5 },
    late: [() => house.bring('noticed'), 'meeting_moved'],
    wrong: ['committee', 'not_keeper'],
  },
  'meeting.move': {
    by: 'worker',
    ready: async () => moved(await house.bring('noticed')),
    leaves: 'meeting.moved',
    answers: { state: 'noticed' },
    late: [async () => moved(await house.bring('underWay')), 'meeting_moved'],
    wrong: ['committee', 'not_keeper'],
  },
  'meeting.callOff': {
    by: 'worker',
    ready: async () => ({ ...(await house.bring('noticed')), reason: '到的人太少' }),
    leaves: 'meeting.calledOff',
    answers: { state: 'notHeld' },
    late: [async () => ({ ...(await house.bring('held')), reason: '到的人太少' }), 'meeting_moved'],
    wrong: ['committee', 'not_keeper'],
  },
  'meeting.begin': {
    by: 'worker',
    ready: begins,
    leaves: 'meeting.begun',
    answers: { state: 'underWay' },
    late: [() => house.bring('noticed'), 'begin_early'],
    wrong: ['committee', 'not_keeper'],
  },
  'meeting.end': {
    by: 'worker',
    ready: () => house.bring('underWay'),
    leaves: 'meeting.ended',
    answers: { state: 'held' },
    late: [begins, 'meeting_moved'],
    wrong: ['committee', 'not_keeper'],
  },
  'meeting.addItem': {
    by: 'worker',
    ready: async () => ({ ...(await house.plan()), id: randomUUID(), title: '楼道照明', minutes: 10 }),
    leaves: 'meeting.itemAdded',
    answers: { id: expect.any(String) },
    late: [
      async () => ({ ...(await house.bring('held')), id: randomUUID(), title: '楼道照明' }),
      'meeting_moved',
    ],
    wrong: ['committee', 'not_keeper'],
  },
  'meeting.changeItem': {
    by: 'worker',
    ready: async () => ({ ...(await item(await house.plan())), title: '三楼的灯' }),
    leaves: 'meeting.itemChanged',
    answers: { itemId: expect.any(String) },
    late: [async () => ({ ...(await itemOver()), title: '三楼的灯' }), 'meeting_moved'],
    wrong: ['committee', 'not_keeper'],
  },
  'meeting.dropItem': {
    by: 'worker',
    ready: async () => item(await house.plan()),
    leaves: 'meeting.itemDropped',
    answers: { items: 0 },
    late: [itemOver, 'meeting_moved'],
    wrong: ['committee', 'not_keeper'],
  },
  'meeting.orderItems': {
    by: 'worker',
    ready: async () => {
      const { itemId, ...at } = await item(await house.plan())
      return { ...at, itemIds: [(await item(at)).itemId, itemId] }
    },
    leaves: 'meeting.itemsOrdered',
    answers: { items: 2 },
    late: [
      async () => {
        const { itemId, ...at } = await itemOver()
        return { ...at, itemIds: [itemId] }
      },
      'meeting_moved',
    ],
    wrong: ['committee', 'not_keeper'],
  },
  'meeting.setTerms': {
    by: 'worker',
    ready: async () => ({
      communityId: house.places.here.id,
      noticeDays: 3,
      ownersNoticeDays: 15,
      amendHours: 48,
      objectDays: 7,
    }),
    leaves: 'meeting.termsSet',
    answers: { own: true },
    wrong: ['committee', 'forbidden'],
  },
})
