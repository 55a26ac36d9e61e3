import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { readSheet } from 'read-excel-file/node'
import { hongyun, hongyunCompound, yanxi } from '../../functions/demo/story'
import { storage } from '../../functions/kernel/storage'
import { clearExports } from '../../functions/rates/clearExports'
import type { Input } from '../../shared/contract'
import { monthOf } from '../../shared/rates/words'
import { recorded } from '../kernel/signIn'
import { day, openRatesHouse, type RatesHouse } from './house'

let house: RatesHouse
beforeAll(async () => {
  house = await openRatesHouse()
})
afterAll(() => house.api.close())
afterEach(() => expect(house.api.faults).toEqual([]))

const asked = (more: Partial<Input<'rates.export'>> = {}): Input<'rates.export'> => ({
  communityId: hongyun,
  id: randomUUID(),
  fromMonth: monthOf(house.api.now),
  toMonth: monthOf(house.api.now),
  by: 'party',
  ...more,
})
const keyOf = (address: string) => address.replace(/^\/api\/storage\//, '').replace(/\?.*/, '')
const sheet = async (address: string | null, name: string) => {
  const file = await storage().readFile(keyOf(address!))
  return readSheet(file!, name)
}
const run = async (input: Input<'rates.export'>, token = house.tokens.secondWorker) => {
  const answers = []
  do answers.push(await house.api.get(token, 'rates.export', input))
  while (answers.at(-1)!.address === null)
  return answers
}

test('a month is there at once: the rates, the whistles behind them, and what the words mean', async () => {
  const { report, send, fix, followUp, rates, pass } = house
  await followUp(await fix(await send(await report('一号电梯门关不上'))), 'solved', 5)
  pass(1)
  await send(await report('=1+1|点我'))
  pass(30)
  const input = asked()
  const [answer, ...more] = await run(input)
  expect(more).toEqual([])
  expect(answer).toMatchObject({ id: input.id, done: 1, of: 1 })
  expect(answer!.address).toMatch(/^\/api\/storage\/c\/.*rates\.xlsx\?until=\d+&signature=/)
  const { total } = await rates()
  const counted = await sheet(answer!.address, '三率')
  expect(counted[0]![0]).toBe('按责任方')
  expect(counted.slice(1, 3)).toEqual([
    ['弘运物业公司', 2, 1, 2, 1, 0, 1, 1],
    ['合计', 2, 1, 2, 1, 0, 1, 1],
  ])
  expect(total.response).toMatchObject({ numerator: 1, denominator: 2 })
  const lines = await sheet(answer!.address, '明细')
  expect(lines.map((l) => l[1])).toEqual(['哨', '一号电梯门关不上', `' =1+1|点我`])
  expect(lines.map((l) => l[9])).toEqual(['按时到场', '是', '否'])
  const words = await sheet(answer!.address, '口径')
  expect(words.map((w) => w[0])).toEqual(['按时到场', '解决', '满意', '分组'])
  expect((await recorded(house.api, hongyun)).filter((a) => a === 'rates.exported')).toHaveLength(1)
})

test('a year goes month by month, tells how far it is, and has every line once', async () => {
  const { api, report, send, pass } = house
  for (let i = 0; i < 5; i++) {
    await send(await report(`第 ${i} 个月`))
    pass(31 * 24)
  }
  const toMonth = monthOf(api.now)
  const fromMonth = monthOf(new Date(api.now.getTime() - 330 * day))
  const input = asked({ fromMonth, toMonth, by: 'month' })
  const answers = await run(input)
  expect(answers.map((a) => a.done)).toEqual(Array.from({ length: answers[0]!.of }, (_, i) => i + 1))
  expect(answers.length).toBeGreaterThan(10)
  const { address } = answers.at(-1)!
  const lines = await sheet(address, '明细')
  const rows = (await house.rates(undefined, { fromMonth, toMonth })).total
  expect(lines.filter((l) => l[9] === '是' || l[9] === '否')).toHaveLength(rows.response.denominator)
  expect(lines.filter((l) => l[11] !== null).slice(1)).toHaveLength(rows.resolved.denominator)
  // asked for again it is there, and nothing is made or noted anew
  expect((await run(input)).length).toBe(1)
  const exported = (await recorded(api, hongyun)).filter((a) => a === 'rates.exported')
  await run(input)
  expect((await recorded(api, hongyun)).filter((a) => a === 'rates.exported')).toEqual(exported)
})

test('the same id for other months, or in the hands of somebody else, is refused', async () => {
  const { api, tokens } = house
  const input = asked()
  await run(input)
  const { secondWorker, committeeDirector } = tokens
  expect(await api.refusal(secondWorker, 'rates.export', { ...input, by: 'month' })).toBe('id_taken')
  expect(await api.refusal(committeeDirector, 'rates.export', input)).toBe('id_taken')
})

test('a committee exports its own compound’s and nobody else’s; a resident exports nothing', async () => {
  const { api, tokens } = house
  const [answer] = await run(asked({ compoundId: hongyunCompound }), tokens.committeeDirector)
  expect(answer!.address).not.toBeNull()
  expect(await api.refusal(tokens.partyMember, 'rates.export', asked())).toBe('forbidden')
  expect(await api.refusal(tokens.committeeDirector, 'rates.export', asked({ communityId: yanxi }))).toBe(
    'not_found',
  )
})

test('after a day all of it goes; what was begun and left is lost and says so', async () => {
  const { api } = house
  const fromMonth = monthOf(new Date(api.now.getTime() - 60 * day))
  const left = asked({ fromMonth })
  await api.get(house.tokens.secondWorker, 'rates.export', left)
  const [made] = await run(asked())
  const scheduler = new Client({ connectionString: api.database.urls.tick })
  await scheduler.connect()
  await clearExports(scheduler, api.now)
  expect(await clearExports(scheduler, new Date(api.now.getTime() + 23 * 3_600_000))).toBe(0)
  expect(await clearExports(scheduler, new Date(api.now.getTime() + 25 * 3_600_000))).toBeGreaterThan(1)
  expect(await clearExports(scheduler, new Date(api.now.getTime() + 25 * 3_600_000))).toBe(0)
  await scheduler.end()
  expect(await storage().readFile(keyOf(made!.address!))).toBeUndefined()
  expect(await api.owner('select 1 from rates_export')).toEqual([])
  // asked for again it begins anew
  const again = await run(left)
  expect(again).toHaveLength(again[0]!.of)
})

test('a part that has gone meanwhile is told, not left out', async () => {
  const { api, tokens } = house
  const lastMonth = new Date(`${monthOf(api.now)}-01T00:00:00+08:00`).getTime() - day
  const input = asked({ fromMonth: monthOf(new Date(lastMonth)) })
  await api.get(tokens.secondWorker, 'rates.export', input)
  await storage().removeFile(`c/${hongyun}/rates/${input.id}/part-0.json`)
  expect(await api.refusal(tokens.secondWorker, 'rates.export', input)).toBe('export_lost')
})
