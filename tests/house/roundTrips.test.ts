import type { Socket } from 'node:net'
import type { Database } from '../../functions/kernel/database'
import { verbs } from '../../functions/verbs'
import { endpointNames } from '../../shared/contract'
import { openApi, type TestApi } from '../kernel/api'
import { sampleInput, type Things, thingsOf } from '../kernel/samples'
import { undone } from '../kernel/undone'

let trips = 0

/** Counts how often something is sent to the database after an answer was heard: each time somebody has waited. */
const counted = (database: Database): Database => ({
  ...database,
  lend: (work) =>
    database.lend(async (connection) => {
      const { stream } = (connection.client as unknown as { connection: { stream: Socket } }).connection
      const write = stream.write
      let answered = true
      const hear = () => {
        answered = true
      }
      const send = (...sent: Parameters<typeof write>) => {
        if (answered) trips++
        answered = false
        return write.apply(stream, sent)
      }
      stream.on('data', hear)
      Object.assign(stream, { write: send })
      try {
        return await work(connection)
      } finally {
        stream.off('data', hear)
        Object.assign(stream, { write })
      }
    }),
})

let api: TestApi
let tokens: string[]
let things: Things[]

beforeAll(async () => {
  process.env.WECHAT_API = 'http://127.0.0.1:9'
  api = await openApi({ demo: true, now: new Date(), wrap: (database) => undone(counted(database)) })
  const { persons } = await api.get(undefined, 'session.persons', {})
  const enter = ({ personId }: { personId: string }) =>
    api.get(undefined, 'session.demo', { personId, device: '测试' })
  tokens = (await Promise.all(persons.map(enter))).map(({ token }) => token)
  things = [await thingsOf(api, '盐溪社区'), await thingsOf(api, '弘运社区')]
})
afterAll(() => api.close())

/** How many trips each person's try took, by what came of it. */
async function tries(name: (typeof endpointNames)[number]) {
  const taken: { status: number; trips: number }[] = []
  for (const at of things)
    for (const token of tokens) {
      trips = 0
      const { status } = await api.ask(token, name, sampleInput(name, at) as never)
      taken.push({ status, trips })
    }
  return taken
}

const reads = endpointNames.filter((name) => verbs[name].kind === 'read')
const changes = endpointNames.filter((name) => {
  const verb = verbs[name]
  return verb.kind === 'write' && verb.write.change
})

test.each(reads)('%s reads in one round trip, session and grants included', async (name) => {
  const taken = await tries(name)
  expect(taken.filter(({ trips }) => trips !== 1)).toEqual([])
  expect(taken.some(({ status }) => status === 200)).toBe(true)
})

test.each(changes)('%s changes in two round trips, and is refused in no more', async (name) => {
  const taken = await tries(name)
  expect(taken.filter(({ trips }) => trips > 2)).toEqual([])
  expect(taken.filter(({ status, trips }) => status === 200 && trips !== 2)).toEqual([])
})

/** Verbs that take more, each with what one of its steps has to wait for. */
const stepByStep: Partial<Record<(typeof endpointNames)[number], string>> = {
  'me.phone': 'the platform tells the number; which homes it binds is known once they are bound',
  'place.addBuilding': 'entrances are added only if the building was added now',
  'place.addGrid': 'buildings are set only if the grid was added now',
  'place.join': 'what is moved is known once it is locked',
  'place.split': 'what is moved is known once it is locked',
  'home.addTie': 'whom a number binds is known once the tie is there',
  'roll.preview': 'the file is read between',
  'roll.import': 'what it would do is worked out from the staged lines',
  'slip.preview': 'the roster is read between',
  'slip.import': 'numbers that nobody has are drawn for the lines that were read',
  'media.finish': 'the file is read and made into pictures between',
  'incident.open': 'whistles are put onto it only if it was opened now',
  'incident.answer': 'each whistle is told only if it was answered now',
  'rates.export': 'a month is read, worked out and filed at each call',
  'patrol.export': 'the spreadsheet is made and filed between',
  'claim.decide': 'the line of the roll that bears the name is locked before it is bound',
  'role.revoke': 'where the role holds is looked up by what the grant says',
}

test('a verb that goes step by step has a reason', () => {
  const steps = endpointNames.filter((name) => {
    const verb = verbs[name]
    return verb.kind === 'write' && verb.write.act
  })
  expect(steps.filter((name) => !stepByStep[name])).toEqual([])
  expect(Object.keys(stepByStep).filter((name) => !steps.includes(name as never))).toEqual([])
})
