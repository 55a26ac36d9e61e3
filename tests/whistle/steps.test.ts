import type { Database } from '../../functions/kernel/database'
import { contract } from '../../shared/contract'
import type { ErrorBody } from '../../shared/kernel/refusal'
import type { RecordAction } from '../../shared/record/actions'
import { refusals } from '../../shared/refusals'
import { transitions, type WhistleState, whistleStates } from '../../shared/whistle/states'
import { undone } from '../kernel/undone'
import { type At, openWhistleHouse, type WhistleHouse } from './house'
import {
  type Action,
  actions,
  bringInto,
  everybodyOf,
  inputsOf,
  isLegal,
  lineOf,
  type Name,
  names,
  situations,
} from './situations'

let house: WhistleHouse
let into: At
const brought: Record<string, At> = {}

let undoing = false
let looksAt = ''
let seen: { state: WhistleState; lines: Line[] | null } | undefined
interface Line {
  action: RecordAction
  before: { state?: string } | null
  after: { state?: string } | null
}
const look = `select w.state, (select jsonb_agg(jsonb_build_object('action', r.action, 'before', r.before, 'after', r.after) order by r.id)
  from record r where r.community_id = w.community_id and r.subject_id = w.id and r.at = $2) as lines from whistle w where w.id = $1`

/** A move is made whole; before it is undone, what it wrote is looked at from within, as who made it sees it. */
const lookedInto = (database: Database): Database => ({
  ...database,
  lend(work) {
    if (!undoing) return database.lend(work)
    return undone(database).lend((connection) => {
      const run = connection.run.bind(connection)
      const looking: typeof run = (name, text, values) => {
        if (text === 'commit')
          run<NonNullable<typeof seen>>('look', look, [looksAt, house.api.now]).then(
            ([row]) => {
              seen = row
            },
            () => {},
          )
        return run(name, text, values)
      }
      return work(Object.assign(connection, { run: looking }))
    })
  },
})

let tokens: Record<Name, string>
const ask = (who: Name, action: Action, input: object) =>
  house.api.ask(tokens[who], `whistle.${action}`, input as never)

// what a step may touch, content and all, and what it may only add to
const watched = [
  'whistle',
  'whistle_reporter',
  'whistle_note',
  'whistle_photo',
  'whistle_public',
  'dispatch',
  'inbox',
  'outbox',
]
const counted = ['record', 'whistle_reminder', 'whistle_caller', 'photo', 'role_grant', 'person']
async function fingerprint(): Promise<string> {
  const parts = [
    ...watched.map(
      (t) =>
        `(select '${t} ' || count(*) || ' ' || md5(string_agg(t::text, '' order by t::text)) from ${t} t)`,
    ),
    ...counted.map((t) => `(select '${t} ' || count(*) from ${t})`),
  ]
  const [row] = await house.api.owner<{ all: string }>(`select concat_ws(' | ', ${parts.join(', ')}) as all`)
  return row!.all
}

beforeAll(async () => {
  house = await openWhistleHouse({ now: new Date('2026-11-18T01:00:00Z'), wrap: lookedInto })
  tokens = await everybodyOf(house)
  into = await house.submit()
  for (const [i, situation] of Object.keys(situations).entries()) {
    // ten whistles a day and no more
    if (i > 0 && i % 9 === 0) house.later(24)
    brought[situation] = await bringInto(house, situation, into)
  }
  house.later(1)
})
afterAll(() => house.api.close())

test('every state is tried', () => {
  expect(new Set(Object.values(situations).map((s) => s.state))).toEqual(new Set(whistleStates))
})

describe.each(Object.keys(situations))('a whistle that is %s', (situation) => {
  const { state, alone } = situations[situation]!

  test('is where it was brought', async () => {
    const [row] = await house.api.owner('select state, joined from whistle where id = $1', [
      brought[situation]!.whistleId,
    ])
    expect(row).toEqual({ state, joined: alone ? 0 : 1 })
  })

  test('refuses everybody all that the table does not allow, and writes nothing', async () => {
    const before = await fingerprint()
    const wrong: string[] = []
    const inputs = inputsOf(house, into)
    const tryIt = async (who: Name, action: Action) => {
      const { status, body } = await ask(who, action, { ...brought[situation], ...inputs[action][0] })
      const code = status === 200 ? 'nothing' : (body as ErrorBody).code
      const own: readonly string[] = contract[`whistle.${action}`].refusals
      const declared = ['forbidden', 'not_found', ...own].includes(code)
      const mayKnow = who !== 'otherWorker' && who !== 'stranger'
      if (!declared || status !== refusals[code as keyof typeof refusals].status)
        wrong.push(`${who} ${action}: refused with ${status} ${code}`)
      if (!mayKnow && code !== 'not_found') wrong.push(`${who} ${action}: may know that it is there`)
    }
    // a person's all at once: what writes nothing is in nobody's way
    for (const who of names)
      await Promise.all(
        actions.filter((a) => !isLegal(situation, who, a)).map((action) => tryIt(who, action)),
      )
    expect(wrong).toEqual([])
    expect(await fingerprint()).toBe(before)
  })

  test('lets everybody else move it as the table says, and each move leaves its one line', async () => {
    const before = await fingerprint()
    const wrong: string[] = []
    const inputs = inputsOf(house, into)
    looksAt = brought[situation]!.whistleId
    undoing = true
    for (const who of names)
      for (const action of actions.filter((a) => isLegal(situation, who, a)))
        for (const [n, input] of inputs[action].entries()) {
          seen = undefined
          const { status, body } = await ask(who, action, { ...brought[situation], ...input })
          const fault = faultOf(action, n, status, body as { state: WhistleState })
          if (fault) wrong.push(`${who} ${action}: ${fault}`)
        }
    undoing = false
    expect(wrong).toEqual([])
    expect(await fingerprint()).toBe(before)
  })

  /** What is wrong with a move that was answered so, and left behind what was seen. */
  function faultOf(action: Action, way: number, status: number, body: { state: WhistleState }) {
    const { to } = transitions[action]
    if (status !== 200) return `answered ${JSON.stringify(body)}`
    if (!(to === 'same' ? [state] : to).includes(body.state)) return `went to ${body.state}`
    if (seen?.state !== body.state) return `answered ${body.state}, is ${seen?.state}`
    const [line, more] = seen.lines ?? []
    if (!line || more || line.action !== (lineOf[action][way] ?? lineOf[action][0]))
      return `left ${JSON.stringify(seen.lines)}`
    const tells = [line.before?.state, line.after?.state]
    const moved = body.state !== state || action === 'dispatch' ? [state, body.state] : [undefined, undefined]
    return tells.join() === moved.join() ? undefined : `its line tells ${tells.join()}`
  }
})

test('none of it was a fault, and thousands were refused', () => {
  const tried = Object.keys(situations).flatMap((s) =>
    names.flatMap((w) => actions.map((a) => isLegal(s, w, a))),
  )
  expect(tried.filter((legal) => !legal).length).toBeGreaterThan(4000)
  expect(tried.filter(Boolean).length).toBeGreaterThan(120)
  expect(house.api.faults).toEqual([])
})
