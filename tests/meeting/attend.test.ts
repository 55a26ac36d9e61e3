import { randomUUID } from 'node:crypto'
import { type At, type MeetingHouse, openMeetingHouse } from './house'
import { keepPromises } from './promises'

let house: MeetingHouse
beforeAll(async () => {
  house = await openMeetingHouse()
})
afterAll(() => house.api.close())

const signs = (at: At) => ({ ...at, id: randomUUID(), code: house.code(at) })
const signsFor = (at: At) => ({
  ...at,
  id: randomUUID(),
  homeId: house.homes.home201.id,
  as: 'family' as const,
})
const signed = async (at: At) => {
  const attendanceId = randomUUID()
  await house.signIn(at, house.tokens.owner, { id: attendanceId })
  return { ...at, attendanceId }
}

keepPromises(() => house, {
  'meeting.signIn': {
    by: 'owner',
    ready: async () => signs(await house.bring('underWay')),
    leaves: 'meeting.signedIn',
    answers: {
      homes: ['201', '202'],
      presence: { people: 1, homes: { present: 2, of: 5 }, areaCentiares: { present: 12_100, of: 32_100 } },
    },
    late: [async () => signs(await house.bring('noticed')), 'sign_in_closed'],
    wrong: ['nextDoor', 'not_invited'],
  },
  'meeting.signInFor': {
    by: 'worker',
    ready: async () => signsFor(await house.bring('underWay')),
    leaves: 'meeting.signedInFor',
    answers: { presence: { people: 1, homes: { present: 1, of: 5 } } },
    late: [async () => signsFor(await house.bringMinutes('open')), 'minutes_out'],
    wrong: ['committee', 'not_keeper'],
  },
  'meeting.undoSignIn': {
    by: 'worker',
    ready: async () => signed(await house.bring('underWay')),
    leaves: 'meeting.signInUndone',
    answers: { presence: { people: 0, homes: { present: 0, of: 5 } } },
    late: [
      async () => {
        const sent = await signed(await house.bring('underWay'))
        const at = { communityId: sent.communityId, meetingId: sent.meetingId }
        house.later(1.5)
        await house.api.get(house.tokens.worker, 'meeting.end', at)
        await house.api.get(house.tokens.worker, 'minutes.open', at)
        return sent
      },
      'minutes_out',
    ],
    wrong: ['committee', 'not_keeper'],
  },
})

describe('the code on the recorder’s screen', () => {
  beforeEach(() => house.anew())
  const says = async (at: At, token: string, more = {}) => {
    const { status, body } = await house.signIn(at, token, more)
    return status === 200 ? 'signed in' : (body as { code: string }).code
  }
  const past = (at: At, minutes: number) =>
    house.code(at, new Date(house.api.now.getTime() - minutes * 60_000))

  test('that of the minute before still lets in, that of two minutes before does not', async () => {
    const at = await house.bring('underWay')
    expect(await says(at, house.tokens.resident, { code: past(at, 1) })).toBe('signed in')
    expect(await says(at, house.tokens.owner, { code: past(at, 2) })).toBe('code_old')
    expect(
      await says(at, house.tokens.owner, {
        code: house.code(at, new Date(house.api.now.getTime() + 60_000)),
      }),
    ).toBe('code_old')
  })

  test('another meeting’s lets nobody in', async () => {
    const [at, other] = [await house.bring('noticed'), await house.bring('underWay')]
    await house.bringOn(at, 'planned')
    expect(house.code(at)).not.toBe(house.code(other))
    expect(await says(at, house.tokens.owner, { code: house.code(other) })).toBe('code_old')
  })

  test('somebody of the next building is not let in by it, whoever else is', async () => {
    const at = await house.bring('underWay')
    expect(await says(at, house.tokens.nextDoor)).toBe('not_invited')
    expect(await says(at, house.tokens.renter)).toBe('signed in')
  })

  test('twice is once: the same again finds itself, another one is told', async () => {
    const at = await house.bring('underWay')
    const sent = { id: randomUUID(), code: house.code(at) }
    expect(await says(at, house.tokens.owner, sent)).toBe('signed in')
    house.later(0.1)
    expect(await says(at, house.tokens.owner, sent)).toBe('signed in')
    expect(await says(at, house.tokens.owner)).toBe('signed_in_already')
    expect((await house.lines(at.meetingId)).filter((l) => l === 'meeting.signedIn')).toHaveLength(1)
  })

  test('a home that is there is not counted again when the recorder writes it down', async () => {
    const at = await house.bring('underWay')
    await house.signIn(at, house.tokens.owner)
    expect(await house.api.refusal(house.tokens.worker, 'meeting.signInFor', signsFor(at))).toBe(
      'home_signed_in',
    )
    expect(await house.api.get(house.tokens.resident, 'meeting.presence', at)).toMatchObject({
      people: 1,
      homes: { present: 2, of: 5 },
    })
  })

  test('neighbours sign in while the recorder is without signal and nobody has told that it began', async () => {
    const at = await house.bring('noticed')
    house.later(24 * 4)
    expect(await says(at, house.tokens.owner)).toBe('signed in')
  })
})

describe('what was tapped without signal', () => {
  beforeEach(() => house.anew())
  const times = (at: At) =>
    house.one<{ starts_at: Date; began_at: Date; ended_at: Date }>(
      'select starts_at, began_at, ended_at from meeting where id = $1',
      [at.meetingId],
    )

  test('counts from when it was tapped, and the record tells that it came later', async () => {
    const at = await house.bring('noticed')
    house.later(24 * 4 + 3)
    await house.api.get(house.tokens.worker, 'meeting.begin', { ...at, secondsAgo: 3 * 3600 - 300 })
    await house.api.get(house.tokens.worker, 'meeting.end', { ...at, secondsAgo: 3600 })
    const { starts_at, began_at, ended_at } = await times(at)
    expect((began_at.getTime() - starts_at.getTime()) / 60_000).toBe(5)
    expect((ended_at.getTime() - starts_at.getTime()) / 60_000).toBe(120)
    const said = await house.api.owner<{ after: Record<string, string> }>(
      `select after from record where subject_id = $1 and action in ('meeting.begun', 'meeting.ended') order by id`,
      [at.meetingId],
    )
    expect(said.map((l) => l.after.began ?? l.after.ended)).toEqual(
      [began_at, ended_at].map((d) => d.toISOString()),
    )
  })

  test('is never of before it could have begun, never to come, and never ends before it began', async () => {
    const at = await house.bring('noticed')
    house.later(24 * 4 + 1)
    const sent = { ...at, secondsAgo: 20 * 86_400 }
    await house.api.get(house.tokens.worker, 'meeting.begin', sent)
    await house.api.get(house.tokens.worker, 'meeting.end', sent)
    const { starts_at, began_at, ended_at } = await times(at)
    expect((starts_at.getTime() - began_at.getTime()) / 60_000).toBe(60)
    expect(ended_at).toEqual(began_at)
    for (const secondsAgo of [-1, 0.5, 31 * 86_400])
      expect(await house.api.refusal(house.tokens.worker, 'meeting.end', { ...at, secondsAgo })).toBe(
        'invalid',
      )
  })

  test('told again it changes nothing', async () => {
    const at = await house.bring('noticed')
    house.later(24 * 4)
    await house.api.get(house.tokens.worker, 'meeting.begin', { ...at, secondsAgo: 600 })
    const { began_at } = await times(at)
    house.later(1)
    await house.api.get(house.tokens.worker, 'meeting.begin', { ...at, secondsAgo: 60 })
    expect((await times(at)).began_at).toEqual(began_at)
    expect((await house.lines(at.meetingId)).filter((l) => l === 'meeting.begun')).toHaveLength(1)
  })
})
