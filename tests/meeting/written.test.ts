import { randomUUID } from 'node:crypto'
import { type At, type MeetingHouse, openMeetingHouse } from './house'
import { keepPromises } from './promises'

let house: MeetingHouse
beforeAll(async () => {
  house = await openMeetingHouse()
})
afterAll(() => house.api.close())

const entry = (at: At, more = {}) => ({
  ...at,
  itemId: randomUUID(),
  revision: 0,
  place: 2,
  title: '楼道照明',
  words: '灯坏了两个月，物业月底前换。',
  ...more,
})
const entryOf = async (at: At) => {
  const { item_id } = await house.one<{ item_id: string }>(
    'select item_id from minutes_entry where meeting_id = $1',
    [at.meetingId],
  )
  return { ...at, itemId: item_id, revision: 1 }
}
const words = (at: At) => ({ ...at, id: randomUUID(), words: '我说的是两家都要比，不是只比一家。' })
const amended = async () => {
  const at = await house.bringMinutes('open')
  const said = words(at)
  await house.api.get(house.tokens.owner, 'minutes.amend', said)
  return { ...at, amendmentId: said.id, decision: 'taken' as const, words: '照改了' }
}
const objected = async () => {
  const at = await house.bringMinutes('published')
  const said = words(at)
  await house.api.get(house.tokens.resident, 'minutes.object', said)
  return { ...at, objectionId: said.id, words: '录音里听过，写得不错' }
}
const twoDaysOn = async () => {
  const at = await house.bringMinutes('open')
  house.later(48)
  return at
}

keepPromises(() => house, {
  'minutes.write': {
    by: 'worker',
    ready: async () => entry(await house.bring('underWay')),
    leaves: 'minutes.written',
    answers: { revision: 1 },
    late: [async () => entry(await house.bringMinutes('published')), 'minutes_frozen'],
    wrong: ['committee', 'not_keeper'],
  },
  'minutes.strike': {
    by: 'worker',
    ready: async () => entryOf(await house.bringMinutes('draft')),
    leaves: 'minutes.struck',
    answers: { entries: 0 },
    late: [async () => entryOf(await house.bringMinutes('published')), 'minutes_frozen'],
    wrong: ['committee', 'not_keeper'],
  },
  'minutes.open': {
    by: 'worker',
    ready: () => house.bringMinutes('draft'),
    leaves: 'minutes.opened',
    answers: { state: 'open' },
    late: [() => house.bring('underWay'), 'meeting_not_over'],
    wrong: ['committee', 'not_keeper'],
  },
  'minutes.amend': {
    by: 'owner',
    ready: async () => words(await house.bringMinutes('open')),
    leaves: 'minutes.amended',
    answers: { id: expect.any(String) },
    late: [async () => words(await twoDaysOn()), 'amending_over'],
    // lives there, was invited, and did not come
    wrong: ['neighbour', 'not_attended'],
  },
  'minutes.answerAmendment': {
    by: 'worker',
    ready: amended,
    leaves: 'minutes.amendmentAnswered',
    answers: { open: 0 },
    late: [
      async () => {
        const sent = await amended()
        await house.api.get(house.tokens.worker, 'minutes.answerAmendment', sent)
        return sent
      },
      'answered_already',
    ],
    wrong: ['committee', 'not_keeper'],
  },
  'minutes.sign': {
    by: 'buildingLead',
    ready: twoDaysOn,
    leaves: 'minutes.signed',
    answers: { state: 'open' },
    late: [() => house.bringMinutes('open'), 'amending_still'],
    // keeps the meeting as well, but neither chairs it nor writes it down
    wrong: ['colleague', 'not_signer'],
  },
  'minutes.redraft': {
    by: 'worker',
    ready: () => house.bringMinutes('signed'),
    leaves: 'minutes.redrafted',
    answers: { state: 'draft' },
    late: [() => house.bringMinutes('published'), 'minutes_frozen'],
    wrong: ['committee', 'not_keeper'],
  },
  'minutes.publish': {
    by: 'worker',
    ready: () => house.bringMinutes('signed'),
    leaves: 'minutes.published',
    answers: { state: 'published', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    late: [twoDaysOn, 'signatures_missing'],
    wrong: ['committee', 'not_keeper'],
  },
  'minutes.correct': {
    by: 'worker',
    ready: async () => words(await house.bringMinutes('published')),
    leaves: 'minutes.corrected',
    answers: { id: expect.any(String) },
    late: [async () => words(await house.bringMinutes('signed')), 'minutes_moved'],
    wrong: ['committee', 'not_keeper'],
  },
  'minutes.object': {
    by: 'neighbour',
    ready: async () => words(await house.bringMinutes('published')),
    leaves: 'minutes.objected',
    answers: { id: expect.any(String) },
    late: [
      async () => {
        const at = await house.bringMinutes('published')
        house.later(24 * 7 + 1)
        return words(at)
      },
      'objecting_over',
    ],
    wrong: ['nextDoor', 'not_resident'],
  },
  'minutes.answerObjection': {
    by: 'worker',
    ready: objected,
    leaves: 'minutes.objectionAnswered',
    answers: { objectionId: expect.any(String) },
    late: [
      async () => {
        const sent = await objected()
        await house.api.get(house.tokens.worker, 'minutes.answerObjection', sent)
        return sent
      },
      'answered_already',
    ],
    wrong: ['committee', 'not_keeper'],
  },
})
