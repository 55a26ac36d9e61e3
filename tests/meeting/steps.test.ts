import type { Database } from '../../functions/kernel/database'
import { contract, type EndpointName } from '../../shared/contract'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { refusals } from '../../shared/refusals'
import { undone } from '../kernel/undone'
import { type MeetingHouse, openMeetingHouse } from './house'
import { fingerprint } from './promises'
import { type Name, names, type Subject, subjects } from './situations'

let house: MeetingHouse
let undoing = false
const again: Record<string, string> = { begin: 'underWay', end: 'held' }
const tried = { refused: 0, made: 0 }
beforeAll(async () => {
  const orUndone = (database: Database): Database => ({
    ...database,
    lend: (work) => (undoing ? undone(database) : database).lend(work),
  })
  house = await openMeetingHouse({ wrap: orUndone })
})
afterAll(() => house.api.close())

/** Brought there once, with an item, a sign-in and an entry for the moves that are about one. */
async function bringInto({ situations, verb }: Subject, situation: string) {
  house.anew()
  const at = (await situations[situation]!.bring(house)) as { communityId: string; meetingId: string }
  const row = async (sql: string) =>
    (await house.api.owner<{ id: string }>(sql, [at.meetingId])).map(({ id }) => id)
  const { communityId } = at
  if (verb === 'meeting') {
    // put there by the owner of the tables: some of these states take none any more
    await house.api.owner(
      `insert into meeting_item (community_id, meeting_id, id, place, title, sent_hash, at)
       values ($1, $2, gen_random_uuid(), 1, '一件事', sha256('x'), $3)`,
      [communityId, at.meetingId, house.api.now],
    )
    await house.api.owner(
      `insert into meeting_attendance (community_id, id, meeting_id, name, present_as, at, written_by)
       values ($1, gen_random_uuid(), $2, '来听的', 'guest', $3, $4)`,
      [communityId, at.meetingId, house.api.now, house.ids.worker],
    )
  }
  const [itemId] = await row('select id from meeting_item where meeting_id = $1')
  const [attendanceId] = await row('select id from meeting_attendance where meeting_id = $1 order by at, id')
  const [entryId] = await row('select item_id as id from minutes_entry where meeting_id = $1')
  const about: Record<string, object> = {
    changeItem: { itemId },
    dropItem: { itemId },
    orderItems: { itemIds: [itemId] },
    undoSignIn: { attendanceId },
    ...(verb === 'minutes' && { strike: { itemId: entryId ?? communityId, revision: 1 } }),
  }
  return { at, about, now: house.api.now }
}

describe.each(subjects)('$verb', (subject) => {
  const { verb, states, actions, transitions, situations, inputs, may } = subject
  test('every state is tried, and every move but the first', () => {
    expect(new Set(Object.values(situations).map((s) => s.state))).toEqual(new Set(states))
    const known = Object.keys(transitions).filter((action) => action !== 'plan')
    expect([...actions].sort()).toEqual(known.sort())
  })

  test.each(Object.keys(situations))(
    'that is %s refuses whatever the table does not allow and writes nothing, and lets the rest pass',
    async (situation) => {
      const { state } = situations[situation]!
      const { at, about, now } = await bringInto(subject, situation)
      house.api.now = now
      const given = inputs(house, at)
      const isLegal = (who: Name, action: string) =>
        transitions[action]!.from.includes(state) && may(situation, who, action)
      const wrong: string[] = []
      const ask = (who: Name, action: string) => {
        const name = `${verb}.${action}` as EndpointName
        const sent: Record<string, unknown> = { ...at, ...about[action], ...given[action] }
        const wanted = Object.keys(contract[name].input.def.shape)
        // what a path names and this situation has none of
        for (const key of wanted) if (contract[name].path.includes(`{${key}}`)) sent[key] ??= sent.communityId
        const named = Object.entries(sent).filter(([key]) => wanted.includes(key))
        return house.api.ask(house.tokens[who], name, Object.fromEntries(named) as never)
      }
      const before = await fingerprint(house)
      for (const who of names)
        await Promise.all(
          actions
            .filter((action) => !isLegal(who, action))
            .map(async (action) => {
              tried.refused++
              const { status, body } = await ask(who, action)
              const code = status === 200 ? 'nothing' : (body as ErrorBody).code
              // a phone that tells it again is answered as it stands
              if (code === 'nothing' && again[action] === state) return
              const own: readonly string[] = contract[`${verb}.${action}` as EndpointName].refusals
              const declared = ['forbidden', 'not_found', ...own].includes(code)
              if (!declared || status !== refusals[code as keyof typeof refusals].status)
                wrong.push(`${who} ${action}: refused with ${status} ${code}`)
              const isForeign = who === 'otherWorker' || who === 'stranger'
              if (isForeign && code !== 'not_found') wrong.push(`${who} ${action}: may know that it is there`)
            }),
        )
      expect(await fingerprint(house)).toBe(before)
      undoing = true
      for (const who of names)
        for (const action of actions.filter((a) => isLegal(who, a))) {
          tried.made++
          const { status, body } = await ask(who, action)
          const { to } = transitions[action]!
          const { state: now } = body as { state?: string }
          if (status !== 200) wrong.push(`${who} ${action}: ${JSON.stringify(body)}`)
          else if (now !== undefined && ![to === 'same' ? state : to].flat().includes(now))
            wrong.push(`${who} ${action}: went to ${now}`)
        }
      undoing = false
      expect(wrong).toEqual([])
      expect(await fingerprint(house)).toBe(before)
      expect(house.api.faults).toEqual([])
    },
  )
})

test('fifteen hundred were refused', () => {
  expect(tried.refused).toBeGreaterThan(1500)
  expect(tried.made).toBeGreaterThan(150)
})
