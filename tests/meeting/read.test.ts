import { randomUUID } from 'node:crypto'
import { type MeetingHouse, openMeetingHouse } from './house'

let house: MeetingHouse
beforeAll(async () => {
  house = await openMeetingHouse()
})
beforeEach(() => house.anew())
afterAll(() => {
  expect(house.api.faults).toEqual([])
  return house.api.close()
})
type Name = keyof MeetingHouse['tokens']

describe('what is read', () => {
  test('who was not there reads no part that is not for publishing, and whose objection it was nobody reads', async () => {
    const at = await house.bring('underWay')
    await house.signIn(at, house.tokens.resident)
    await house.write(at, { restricted: '不便公开的话' })
    house.later(1.5)
    await house.api.get(house.tokens.worker, 'meeting.end', at)
    await house.bringMinutes('open', at)
    // before it is published nobody who was not there reads anything
    expect(await house.api.refusal(house.tokens.neighbour, 'minutes.get', at)).toBe('not_found')
    house.later(48)
    for (const who of ['worker', 'buildingLead'] as const)
      await house.api.get(house.tokens[who], 'minutes.sign', at)
    await house.api.get(house.tokens.worker, 'minutes.publish', at)
    await house.api.get(house.tokens.renter, 'minutes.object', { ...at, id: randomUUID(), words: '我不同意' })
    const read = async (who: Name) => house.api.get(house.tokens[who], 'minutes.get', at)
    expect((await read('resident')).entries[0]?.restricted).toBe('不便公开的话')
    for (const who of ['neighbour', 'nextDoor'] as const) {
      const seen = await read(who)
      expect(seen.entries[0]?.restricted).toBeNull()
      expect(JSON.stringify(seen)).not.toContain('不便公开')
    }
    expect((await read('nextDoor')).objections).toMatchObject([
      { words: '我不同意', mine: false, answer: null },
    ])
    expect((await read('renter')).objections).toMatchObject([{ mine: true }])
  })

  test('a calendar file tells the meeting to any calendar, in times by UTC', async () => {
    const at = await house.bring('noticed')
    const { fileName, text } = await house.api.get(house.tokens.resident, 'meeting.ics', at)
    expect(fileName).toBe('1栋楼宇会.ics')
    const lines = text.replace(/\r\n /g, '').split('\r\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'BEGIN:VEVENT',
        `UID:${at.meetingId}@shaodao`,
        'DTSTART:20261124T020000Z',
        'DTEND:20261124T033000Z',
        'SUMMARY:1栋楼宇会',
        'LOCATION:1栋门前',
        'DESCRIPTION:参加：1栋',
        'STATUS:CONFIRMED',
      ]),
    )
  })

  test('papers of an item are seen by those who see the meeting, and belong to one meeting alone', async () => {
    const at = await house.plan()
    const [paper] = await house.photos('worker')
    const item = { ...at, id: randomUUID(), title: '两家的报价', photoIds: [paper!] }
    await house.api.get(house.tokens.worker, 'meeting.addItem', item)
    expect((await house.api.get(house.tokens.resident, 'meeting.get', at)).items[0]?.papers).toHaveLength(1)
    const other = { ...item, ...(await house.plan()), id: randomUUID() }
    expect(await house.api.refusal(house.tokens.worker, 'meeting.addItem', other)).toBe('photo_unknown')
    const [notMine] = await house.photos('resident')
    expect(
      await house.api.refusal(house.tokens.worker, 'meeting.addItem', { ...other, photoIds: [notMine!] }),
    ).toBe('photo_unknown')
  })
})
