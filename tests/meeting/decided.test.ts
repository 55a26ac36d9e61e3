import { randomUUID } from 'node:crypto'
import type { Input } from '../../shared/contract'
import { type MeetingHouse, openMeetingHouse } from './house'
import { keepPromises } from './promises'

let house: MeetingHouse
beforeAll(async () => {
  house = await openMeetingHouse()
})
afterAll(() => house.api.close())

type Call = { communityId: string; resolutionId: string }
const target = { targetFen: 480_000, shareFen: 96_000, until: '2026-12-05' }
const decide = (more: Partial<Input<'resolution.write'>> = {}) => ({
  id: randomUUID(),
  revision: 0,
  words: '加装楼梯扶手',
  party: { kind: 'committee' as const, partyId: house.places.compound.id },
  dueOn: '2027-01-15',
  ...more,
})
/** Decided and published. */
const decided = async (more: Partial<Input<'resolution.write'>> = {}): Promise<Call> => {
  const at = await house.bring('underWay')
  const call = await house.resolve(at, more)
  await house.signIn(at, house.tokens.resident)
  await house.write(at)
  house.later(1.5)
  await house.api.get(house.tokens.worker, 'meeting.end', at)
  await house.bringMinutes('published', at)
  return call
}
const asked = () => decided({ pledge: target })
const finished = async (more: Partial<Input<'resolution.write'>> = {}) => {
  const call = await decided(more)
  await house.api.get(house.tokens.committee, 'resolution.finish', {
    ...call,
    id: randomUUID(),
    words: '装好了',
  })
  return call
}
const gives = (call: Call) => ({ ...call, id: randomUUID(), homeId: house.homes.home201.id, fen: 96_000 })
const given = async () => {
  const sent = gives(await asked())
  await house.api.get(house.tokens.owner, 'pledge.give', sent)
  return { communityId: sent.communityId, resolutionId: sent.resolutionId, pledgeId: sent.id }
}
const onDraft = async (more: Partial<Input<'resolution.write'>> = {}) =>
  house.resolve(await house.bringMinutes('draft'), more)

keepPromises(() => house, {
  'resolution.write': {
    by: 'worker',
    ready: async () => ({ ...(await house.bringMinutes('draft')), ...decide() }),
    leaves: 'resolution.written',
    answers: { revision: 1 },
    late: [async () => ({ ...(await house.bringMinutes('published')), ...decide() }), 'minutes_frozen'],
    wrong: ['committee', 'not_keeper'],
  },
  'resolution.strike': {
    by: 'worker',
    ready: async () => ({ ...(await onDraft()), revision: 1 }),
    leaves: 'resolution.struck',
    answers: { struck: true },
    late: [async () => ({ ...(await decided()), revision: 1 }), 'minutes_frozen'],
    wrong: ['committee', 'not_keeper'],
  },
  'resolution.progress': {
    by: 'committee',
    ready: async () => ({ ...(await decided()), id: randomUUID(), words: '材料到了' }),
    leaves: 'resolution.progressed',
    answers: { id: expect.any(String) },
    late: [async () => ({ ...(await finished()), id: randomUUID(), words: '材料到了' }), 'resolution_moved'],
    wrong: ['branch', 'not_party'],
  },
  'resolution.finish': {
    by: 'committee',
    ready: async () => ({ ...(await decided()), id: randomUUID(), words: '装好了' }),
    leaves: 'resolution.done',
    answers: { state: 'done' },
    late: [async () => ({ ...(await finished()), id: randomUUID(), words: '装好了' }), 'resolution_moved'],
    wrong: ['property', 'not_party'],
  },
  'resolution.drop': {
    by: 'worker',
    ready: async () => ({ ...(await decided()), id: randomUUID(), reason: '钱没有凑够' }),
    leaves: 'resolution.dropped',
    answers: { state: 'dropped' },
    late: [
      async () => ({ ...(await finished()), id: randomUUID(), reason: '钱没有凑够' }),
      'resolution_moved',
    ],
    // who does it cannot say that it is not done
    wrong: ['committee', 'not_keeper'],
  },
  'pledge.give': {
    by: 'owner',
    ready: async () => gives(await asked()),
    leaves: 'pledge.given',
    answers: { pledgedFen: 96_000, homes: 1, targetFen: 480_000 },
    late: [async () => gives(await finished({ pledge: target })), 'pledge_closed'],
    wrong: ['nextDoor', 'home_not_yours'],
  },
  'pledge.withdraw': {
    by: 'owner',
    ready: given,
    leaves: 'pledge.withdrawn',
    answers: { pledgedFen: 0, homes: 0 },
    late: [
      async () => {
        const sent = await given()
        house.later(24 * 30)
        return sent
      },
      'pledge_closed',
    ],
    wrong: ['resident', 'home_not_yours'],
  },
})

describe('a call for pledges ends with what it is for', () => {
  beforeEach(() => house.anew())
  const inboxOf = async (personId: string, resolutionId: string) =>
    (
      await house.api.owner<{ action: string; after: object }>(
        'select action, after from inbox where person_id = $1 and subject_id = $2 order by at desc',
        [personId, resolutionId],
      )
    )[0]

  test.each([
    ['done', 'resolution.finish', { words: '装好了' }],
    ['dropped', 'resolution.drop', { reason: '钱没有凑够' }],
  ] as const)(
    'once it is %s nobody gives or takes back a word, and whoever gave one is told',
    async (state, verb, said) => {
      const { api, tokens, ids } = house
      const { pledgeId, ...call } = await given()
      // has moved out meanwhile, and is told all the same
      await api.owner(`update home_tie set to_day = '2026-11-25' where person_id = $1`, [ids.owner])
      await api.get(tokens.worker, verb, { ...call, id: randomUUID(), ...said } as never)
      expect(await inboxOf(ids.owner, call.resolutionId)).toMatchObject({
        action: `resolution.${state}`,
        after: { pledges: 1 },
      })
      await api.owner('update home_tie set to_day = null where person_id = $1', [ids.owner])
      expect(
        await api.refusal(tokens.resident, 'pledge.give', { ...gives(call), homeId: house.places.home1.id }),
      ).toBe('pledge_closed')
      expect(await api.refusal(tokens.owner, 'pledge.withdraw', { ...call, pledgeId })).toBe('pledge_closed')
      expect(await api.get(tokens.owner, 'pledge.list', call)).toMatchObject({
        open: false,
        mayRecord: false,
        mine: [],
      })
      for (const sql of [
        `update pledge set withdrawn_at = now() where id = '${pledgeId}'`,
        `insert into pledge select community_id, gen_random_uuid(), resolution_id, building_id, home_id, person_id, fen, at, null from pledge where id = '${pledgeId}'`,
      ])
        await expect(api.owner(sql)).rejects.toThrow('what this was pledged for is over')
    },
  )
})
